using System.Globalization;
using System.Net;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>
/// WB's orders and supplies in memory, with WB's rules as its documents have them. A test says what goes wrong, call by call. The interfaces stand in
/// <c>FakeMarketplace.Supplies.cs</c> and <c>FakeMarketplace.Orders.cs</c>.
/// </summary>
internal sealed partial class FakeMarketplace(TimeProvider clock)
{
    private static readonly TimeSpan LateTime = TimeSpan.FromSeconds(45);

    private readonly List<(DateTimeOffset At, Action Write)> _late = [];
    private int _lastSupply;
    private int _lastBox;

    public Dictionary<long, FakeOrder> Orders { get; } = [];

    public Dictionary<string, FakeSupply> Supplies { get; } = [];

    /// <summary>Every call that arrived, a line each; a write begins with an exclamation mark.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What becomes of a call: gets its name and how many writes arrived before it.</summary>
    public Func<string, int, FakeFault> Fault { get; set; } = (_, _) => FakeFault.None;

    /// <summary>What a buyer or somebody else does after so many calls.</summary>
    public Action<string>? AfterCall { get; set; }

    /// <summary>What WB answers in place of the truth: gets the call and the true answer.</summary>
    public Func<string, object?, object?>? Answer { get; set; }

    public bool NeedsShipping { get; set; }

    /// <summary>What WB says of a label identifier that it does not take; <see langword="null"/>: it takes all that fit.</summary>
    public string? RefusesMarkings { get; set; }

    public TimeSpan MarkingCheckTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>What WB finds in a code, other than that it is good.</summary>
    public Dictionary<string, MarkingDecision> Verdicts { get; } = [];

    /// <summary>Whether a code's verdict is one for which WB refuses the supply, though the SDK does not know the word.</summary>
    public HashSet<MarkingDecision> NewRefusals { get; } = [];

    /// <summary>Whether WB keeps those orders of a refused batch that stand before the one that does not fit.</summary>
    public bool KeepsHalfOfRefusedBatch { get; set; }

    public List<ShippingPoint> Points { get; } =
    [
        new ShippingPoint { Id = 507, City = "Подольск", Kind = ShippingPointKind.Warehouse, CargoTypes = [CargoType.Small, CargoType.Oversized] },
        new ShippingPoint { Id = 508, City = "Подольск", Kind = ShippingPointKind.PickupPoint, CargoTypes = [CargoType.Small] },
    ];

    public int Writes => Calls.Count(call => call[0] == '!');

    public FakeOrder Add(FakeOrder order)
    {
        Orders.Add(order.Id, order);
        return order;
    }

    public List<FakeOrder> Add(int count, Func<long, FakeOrder>? make = null) =>
        [.. Enumerable.Range(Orders.Count + 1, count).Select(id => Add(make?.Invoke(id) ?? new FakeOrder { Id = id }))];

    public FakeSupply AddSupply(string name)
    {
        var supply = new FakeSupply { Id = FormattableString.Invariant($"WB-GI-{++_lastSupply}"), Name = name };
        Supplies.Add(supply.Id, supply);
        return supply;
    }

    public List<long> OrdersOf(string supplyId) => [.. Orders.Values.Where(order => order.SupplyId == supplyId).Select(order => order.Id)];

    private Task<T> ReadAsync<T>(string call, Func<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DoWhatIsLate();
        Calls.Add(call);
        FakeFault fault = Fault(call, Writes);
        if (fault != FakeFault.None)
            return Task.FromException<T>(Failure(fault, call));
        try
        {
            T answer = read();
            AfterCall?.Invoke(call);
            return Task.FromResult(Answer is null ? answer : (T)Answer(call, answer)!);
        }
        catch (WildberriesApiException refusal)
        {
            return Task.FromException<T>(refusal);
        }
    }

    private async Task<T> WriteAsync<T>(string call, Func<T> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DoWhatIsLate();
        FakeFault fault = Fault(call, Writes);
        await Task.Yield();
        Calls.Add("!" + call);

        // An answer with something in it cannot say so.
        if (fault == FakeFault.SaidAndNotDone && typeof(T) != typeof(bool))
            fault = FakeFault.LostAndNotDone;
        if (fault == FakeFault.SaidAndNotDone)
            return default!;
        if (fault is FakeFault.NotSent or FakeFault.Throttled or FakeFault.KilledBefore or FakeFault.LostAndNotDone or FakeFault.Forbidden or FakeFault.Refused)
            throw Failure(fault, call);
        if (fault is FakeFault.LostAndLate or FakeFault.KilledAndLate)
        {
            // It is carried out all the same, when everybody has given up.
            _late.Add((clock.GetUtcNow() + LateTime, () => write()));
            throw Failure(fault, call);
        }

        T answer = write();
        AfterCall?.Invoke(call);
        return fault != FakeFault.None ? throw Failure(fault, call) : Answer is null ? answer : (T)Answer("!" + call, answer)!;
    }

    private void DoWhatIsLate()
    {
        foreach ((DateTimeOffset at, Action write) in _late.Where(late => late.At <= clock.GetUtcNow()).OrderBy(late => late.At).ToArray())
        {
            _late.RemoveAll(late => late.Write == write);
            try
            {
                write();
            }
            catch (WildberriesApiException)
            {
                // What WB refuses, nobody hears of.
            }
        }
    }

    private static Exception Failure(FakeFault fault, string call) => fault switch
    {
        FakeFault.NotSent => new WildberriesConnectionException($"{call}: no connection") { Delivery = Delivery.NotSent },
        FakeFault.Throttled => new WildberriesRateLimitException($"{call}: too many") { Delivery = Delivery.Refused, RetryAfter = TimeSpan.FromSeconds(3), StatusCode = HttpStatusCode.TooManyRequests },
        FakeFault.Forbidden => new WildberriesAccessException($"{call}: not with this token") { Delivery = Delivery.Refused, StatusCode = HttpStatusCode.Forbidden },
        FakeFault.KilledBefore or FakeFault.KilledAfter or FakeFault.KilledAndLate => new ProcessKilledException(call),
        FakeFault.Refused => Conflict("NotToday"),
        FakeFault.ServerError => new WildberriesServerException($"{call}: 500") { StatusCode = HttpStatusCode.InternalServerError },
        _ => new WildberriesTimeoutException($"{call}: no answer") { Delivery = Delivery.Unknown },
    };

    public static WildberriesNotFoundException NotFound(string what) => new(what) { StatusCode = HttpStatusCode.NotFound, Code = "NotFound", Delivery = Delivery.Refused };

    private static WildberriesConflictException Conflict(string code, string? detail = null) =>
        new(code) { StatusCode = HttpStatusCode.Conflict, Code = code, Detail = detail, Delivery = Delivery.Refused };

    private FakeSupply Supply(string id) =>
        Supplies.GetValueOrDefault(id) ?? throw NotFound("no supply");

    private FakeOrder Order(long id) =>
        Orders.GetValueOrDefault(id) ?? throw NotFound("no order");

    private IEnumerable<MarkingDetail> DetailsOf(FakeOrder order)
    {
        foreach (MarkingCodeKind kind in order.Required.Concat(order.Optional))
        {
            if (!order.Codes.TryGetValue(kind, out (IReadOnlyList<string> Codes, DateTimeOffset At) set))
            {
                yield return new MarkingDetail { Kind = kind, Decision = order.Required.Contains(kind) ? MarkingDecision.Required : MarkingDecision.Optional };
                continue;
            }

            foreach (string code in set.Codes)
            {
                MarkingDecision decision = clock.GetUtcNow() < set.At + MarkingCheckTime ? MarkingDecision.Pending
                    : Verdicts.TryGetValue(code, out MarkingDecision verdict) ? verdict
                    : kind == MarkingCodeKind.Sgtin ? MarkingDecision.SgtinIntroduced : MarkingDecision.Filled;
                yield return new MarkingDetail { Kind = kind, Value = code, Decision = decision };
            }
        }
    }

    private static string Join(IEnumerable<long> ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
