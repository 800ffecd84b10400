namespace Wildberries.Sdk.Testing;

/// <summary>Where products that buyers return go. May be used from any thread.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed class EmulatedAutoReturns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, string> _items = [];
    private readonly HashSet<long> _fixed = [];
    private string _type = "allToWarehouse";

    internal EmulatedAutoReturns()
    {
    }

    /// <summary>The setting of the whole shop: <c>allToWarehouse</c>, <c>allToPickupPoint</c> or <c>manual</c>.</summary>
    public string Type
    {
        get
        {
            lock (_lock)
                return _type;
        }
    }

    /// <summary>The settings of sizes, by their numbers: <c>byWarehouse</c> or <c>byPickupPoint</c>.</summary>
    public IReadOnlyDictionary<long, string> Items
    {
        get
        {
            lock (_lock)
                return new Dictionary<long, string>(_items);
        }
    }

    /// <summary>A size cannot be set: it is not small.</summary>
    /// <param name="chrtId">Its number.</param>
    public void Fix(long chrtId)
    {
        lock (_lock)
            _fixed.Add(chrtId);
    }

    internal void SetType(string type)
    {
        lock (_lock)
            _type = type;
    }

    internal bool TrySet(long chrtId, string type)
    {
        lock (_lock)
        {
            if (_fixed.Contains(chrtId))
                return false;
            _items[chrtId] = type;
            return true;
        }
    }

    internal (string Type, bool Changeable) Of(long chrtId)
    {
        lock (_lock)
            return (_items.GetValueOrDefault(chrtId, _fixed.Contains(chrtId) ? "byCourier" : "auto"), !_fixed.Contains(chrtId) && _type == "manual");
    }
}
