namespace Wildberries.Sdk.Testing;

/// <summary>The seller's warehouses, the offices of WB, and the stocks. May be used from any thread.</summary>
/// <remarks>
/// A size needs not be known: WB's refusals are what <see cref="Refuse"/> says. Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.
/// </remarks>
public sealed partial class EmulatedWarehouses
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly SortedDictionary<long, EmulatedOffice> _offices = [];
    private readonly SortedDictionary<long, State> _warehouses = [];
    private readonly Dictionary<long, StockRefusal> _refusals = [];
    private TimeSpan _changeTime = TimeSpan.FromMinutes(2);
    private int _ignored;
    private bool _isBanned;
    private bool _appliesRest;

    internal EmulatedWarehouses(TimeProvider time) => _time = time;

    /// <summary>The offices, by number.</summary>
    public IReadOnlyList<EmulatedOffice> Offices
    {
        get
        {
            lock (_lock)
                return [.. _offices.Values];
        }
    }

    /// <summary>The warehouses, by number; those that are being deleted are among them until that is done.</summary>
    public IReadOnlyList<EmulatedWarehouse> All
    {
        get
        {
            lock (_lock)
                return [.. Present().Select(state => state.Warehouse)];
        }
    }

    /// <summary>How long WB works on a warehouse whose office was changed or that was deleted, by the emulator's clock; holds from now on.</summary>
    /// <value>The default is two minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan ChangeTime
    {
        get
        {
            lock (_lock)
                return _changeTime;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_lock)
                _changeTime = value;
        }
    }

    /// <summary>Whether WB sets the other rows of a request that it answers with 409. Its documents do not say.</summary>
    /// <value>The default is <see langword="false"/>: it sets none.</value>
    public bool AppliesRestOfRefusedRequests
    {
        get
        {
            lock (_lock)
                return _appliesRest;
        }

        set
        {
            lock (_lock)
                _appliesRest = value;
        }
    }

    /// <summary>Whether WB takes no stocks of the seller at all: each update is answered with 406.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsSellerBanned
    {
        get
        {
            lock (_lock)
                return _isBanned;
        }

        set
        {
            lock (_lock)
                _isBanned = value;
        }
    }

    /// <summary>Adds an office, or replaces the one with its number.</summary>
    /// <param name="office">The office.</param>
    /// <exception cref="ArgumentException">Its number is not positive.</exception>
    public void AddOffice(EmulatedOffice office)
    {
        ArgumentNullException.ThrowIfNull(office);
        if (office.Id <= 0)
            throw new ArgumentException("An office has a positive number.", nameof(office));
        lock (_lock)
            _offices[office.Id] = office;
    }

    /// <summary>Adds a warehouse, or replaces the one with its number; stocks and contacts of a replaced one stay.</summary>
    /// <param name="warehouse">The warehouse.</param>
    /// <returns>The warehouse as it is kept: with its number.</returns>
    /// <exception cref="ArgumentException">Its number is negative.</exception>
    public EmulatedWarehouse Add(EmulatedWarehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        if (warehouse.Id < 0)
            throw new ArgumentException("A warehouse has a positive number.", nameof(warehouse));
        lock (_lock)
        {
            EmulatedWarehouse kept = warehouse.Id > 0 ? warehouse : warehouse with { Id = NextId() };
            if (_warehouses.TryGetValue(kept.Id, out State? state))
                state.Warehouse = kept;
            else
                _warehouses[kept.Id] = new State(kept);
            return kept;
        }
    }

    /// <summary>Finds a warehouse.</summary>
    /// <param name="warehouseId">Its number.</param>
    /// <returns>The warehouse, or <see langword="null"/>.</returns>
    public EmulatedWarehouse? Find(long warehouseId)
    {
        lock (_lock)
            return StateOf(warehouseId)?.Warehouse;
    }

    /// <summary>The telephone numbers of a warehouse's contacts.</summary>
    /// <param name="warehouseId">The warehouse.</param>
    /// <returns>The numbers, in their order.</returns>
    /// <exception cref="ArgumentException">There is no such warehouse.</exception>
    public IReadOnlyList<string> ContactPhones(long warehouseId)
    {
        lock (_lock)
            return [.. Existing(warehouseId).Contacts.Select(contact => contact.Phone)];
    }

    /// <summary>Lets WB work on a warehouse for some time, by the emulator's clock: its stocks cannot be changed meanwhile.</summary>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="duration">For how long, from now on.</param>
    /// <param name="isShown">Whether the list of warehouses says so; if not, updates are answered with 406 all the same.</param>
    /// <exception cref="ArgumentException">There is no such warehouse.</exception>
    public void StartProcessing(long warehouseId, TimeSpan duration, bool isShown = true)
    {
        lock (_lock)
        {
            State state = Existing(warehouseId);
            DateTimeOffset until = _time.GetUtcNow() + duration;
            if (isShown)
                state.ProcessingUntil = until;
            else
                state.BlockedUntil = until;
        }
    }

    /// <summary>Lets WB delete a warehouse, as the operation does.</summary>
    /// <param name="warehouseId">The warehouse.</param>
    /// <exception cref="ArgumentException">There is no such warehouse.</exception>
    public void Delete(long warehouseId)
    {
        lock (_lock)
            Existing(warehouseId).DeletedAt = _time.GetUtcNow() + _changeTime;
    }

    private long NextId() => _warehouses.Count == 0 ? 658_434 : _warehouses.Keys.Max() + 1;

    private IEnumerable<State> Present()
    {
        DateTimeOffset now = _time.GetUtcNow();
        return _warehouses.Values.Where(state => !(state.DeletedAt <= now));
    }

    private State? StateOf(long warehouseId) =>
        _warehouses.TryGetValue(warehouseId, out State? state) && !(state.DeletedAt <= _time.GetUtcNow()) ? state : null;

    private State Existing(long warehouseId) => StateOf(warehouseId)
        ?? throw new ArgumentException($"There is no warehouse {warehouseId}.", nameof(warehouseId));

    internal sealed record Contact(string Comment, string Phone);

    internal sealed class State(EmulatedWarehouse warehouse)
    {
        public EmulatedWarehouse Warehouse { get; set; } = warehouse;

        public SortedDictionary<long, int> Stocks { get; } = [];

        public IReadOnlyList<Contact> Contacts { get; set; } = [];

        public DateTimeOffset? OfficeChangedAt { get; set; }

        public DateTimeOffset? ProcessingUntil { get; set; }

        public DateTimeOffset? BlockedUntil { get; set; }

        public DateTimeOffset? DeletedAt { get; set; }
    }

    private sealed record StockRefusal(string Code, string? Barcode, bool IsNamed);
}
