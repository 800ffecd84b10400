using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>
/// A hand-over in the store of states. Every call to WB that changes something is preceded by a write of the state: of two processes that work on one hand-over, the
/// one that came first fails at its next write and sends nothing more.
/// </summary>
/// <remarks>
/// The record under the name decides who works on it: it is written before any part. So a part that has changed behind the owner's back was written by the one before.
/// </remarks>
internal sealed class HandOverLedger
{
    // As many as WB takes at once. With long codes there are fewer in a part.
    private const int MaxPartOrders = SupplyLimits.MaxOrders;

    /// <summary>WB's words may have 2,000 characters, and each may take six bytes.</summary>
    private const int MaxWords = 200;

    // What an order may grow by: its words, another outcome, another supply, kinds of label identifiers twice.
    private const int MaxGrowth = (6 * MaxWords) + 400;

    private const string Prefix = "fbs-hand-over/";

    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly string _key;
    private long _version;
    private OrdersState[] _parts = [];
    private long[] _partVersions = [];

    private HandOverLedger(IStateStore store, string sellerId, string name, HandOverState state, long version)
    {
        _store = store;
        _sellerId = sellerId;
        _key = Prefix + name;
        State = state;
        _version = version;
    }

    public HandOverState State { get; }

    /// <summary>The orders as they were given.</summary>
    public IReadOnlyList<OrderState> Orders { get; private set; } = [];

    /// <summary>The longest name: the store takes 200 characters, and the names of the parts are longer by their id and number.</summary>
    public static int MaxName => StateStoreLimits.MaxKeyLength - Prefix.Length - 24;

    /// <summary>Cuts words to what a part has room for.</summary>
    public static string? Cut(string? words)
    {
        if (words is null || words.Length <= MaxWords)
            return words;
        int length = char.IsHighSurrogate(words[MaxWords - 2]) ? MaxWords - 2 : MaxWords - 1;
        return words[..length] + "…";
    }

    public static async Task<HandOverLedger?> OpenAsync(IStateStore store, string sellerId, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(store, sellerId, name, cancellationToken).ConfigureAwait(false) is not { } ledger)
            return null;
        await ledger.ReadPartsAsync(cancellationToken).ConfigureAwait(false);
        return ledger;
    }

    /// <summary>Stores a new hand-over: the parts first, so that what is found under the name is whole.</summary>
    public static async Task<HandOverLedger> CreateAsync(
        IStateStore store, string sellerId, string name, HandOverState state, IReadOnlyList<OrderState> orders, CancellationToken cancellationToken)
    {
        state.Format = HandOverState.CurrentFormat;
        var ledger = new HandOverLedger(store, sellerId, name, state, 0);
        bool isRecordSent = false;
        try
        {
            state.Parts = ledger.Split(orders);
            await ledger.WritePartsAsync(cancellationToken).ConfigureAwait(false);
            isRecordSent = true;
            await ledger.SaveAsync(cancellationToken).ConfigureAwait(false);
            return ledger;
        }
        catch (Exception exception) when (!isRecordSent || exception is not (TimeoutException or WriteLeftException))
        {
            // A record that is still under way may come yet: then it needs its parts.
            await ledger.TryRemovePartsAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes a hand-over out of the store, one that is not whole, too.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> ForgetAsync(IStateStore store, string sellerId, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(store, sellerId, name, cancellationToken).ConfigureAwait(false) is not { } ledger)
            return false;

        // From here on nobody else can write, and what is begun is ended. The record comes last: who looks for the parts finds them by it.
        await ledger.SaveAsync(cancellationToken).ConfigureAwait(false);
        await ledger.RemoveAsync(ledger.State.Parts).ConfigureAwait(false);
        await ledger.RemoveAsync(ledger.State.UnusedParts).ConfigureAwait(false);
        StateWriteResult deleted = await store.TryDeleteAsync(sellerId, ledger._key, ledger._version, CancellationToken.None).ConfigureAwait(false);
        return deleted.Succeeded ? true : throw ledger.Conflict();
    }

    /// <summary>Makes this the only one that works on the hand-over, and reads what the one before may have written meanwhile.</summary>
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        await ReadPartsAsync(cancellationToken).ConfigureAwait(false);
        await RemoveUnusedAsync().ConfigureAwait(false);
    }

    /// <summary>Stores orders that have grown: in new parts, for the old ones may be too small.</summary>
    public async Task ReplaceOrdersAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        await RemoveUnusedAsync().ConfigureAwait(false);
        PartsState old = State.Parts;
        State.UnusedParts = Split(Orders);
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        (State.Parts, State.UnusedParts) = (State.UnusedParts, old);
        await WritePartsAsync(cancellationToken).ConfigureAwait(false);
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        await RemoveUnusedAsync().ConfigureAwait(false);
    }

    /// <summary>Stores all but the orders.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(State, HandOverStateJsonContext.Default.HandOverState);
        StateWriteResult written = await _store.TryWriteAsync(_sellerId, _key, json, _version, cancellationToken).ConfigureAwait(false);
        _version = written.Succeeded ? written.Version : throw Conflict();
    }

    /// <summary>Stores orders that have changed.</summary>
    public async Task SaveAsync(IEnumerable<OrderState> changed, CancellationToken cancellationToken)
    {
        int[] parts = [.. changed.Select(order => order.Part).Distinct()];
        if (parts.Length == 0)
            return;
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        foreach (int part in parts)
            await WritePartAsync(part, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<HandOverLedger?> FindAsync(IStateStore store, string sellerId, string name, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(sellerId, Prefix + name, cancellationToken).ConfigureAwait(false) is not { } stored)
            return null;
        HandOverState state = Parse(
            stored, HandOverStateJsonContext.Default.HandOverState, state => state is { Format: HandOverState.CurrentFormat, Parts: not null, Supplies: not null }, sellerId, Prefix + name);
        return new HandOverLedger(store, sellerId, name, state, stored.Version);
    }

    private async Task ReadPartsAsync(CancellationToken cancellationToken)
    {
        var parts = new OrdersState[State.Parts.Count];
        long[] versions = new long[parts.Length];
        for (int part = 0; part < parts.Length; part++)
        {
            string key = PartKey(State.Parts, part);
            StoredState found = await _store.ReadAsync(_sellerId, key, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidDataException($"The state \"{key}\" of the seller \"{_sellerId}\" is missing, a part of the hand-over in \"{_key}\". Restore it, or forget the hand-over.");
            parts[part] = Parse(
                found, HandOverStateJsonContext.Default.OrdersState, state => state is { Format: OrdersState.CurrentFormat, Orders: not null }, _sellerId, key);
            versions[part] = found.Version;
        }

        Take(parts, versions);
    }

    private void Take(OrdersState[] parts, long[] versions)
    {
        (_parts, _partVersions) = (parts, versions);
        for (int part = 0; part < parts.Length; part++)
        {
            foreach (OrderState order in parts[part].Orders)
                order.Part = part;
        }

        Orders = [.. parts.SelectMany(part => part.Orders).OrderBy(order => order.Index)];
        ILookup<long, MarkingProblem> problems = HandOverMarking.DoubtsOf(Orders.SelectMany(order => order.Codes is null ? [] : order.Codes
            .Select(codes => new OrderMarkingCodes { OrderId = order.Id, Kind = MarkingCodeKind.From(codes.Key), Codes = codes.Value })));
        foreach (OrderState order in Orders)
            order.Problems = [.. problems[order.Id]];
    }

    /// <summary>Puts orders into parts that have room for what may become of them.</summary>
    private PartsState Split(IReadOnlyList<OrderState> orders)
    {
        var parts = new List<OrdersState>();
        int length = 0;
        foreach (OrderState order in orders.OrderBy(order => order.Supply).ThenBy(order => order.Index))
        {
            int own = JsonSerializer.SerializeToUtf8Bytes(order, HandOverStateJsonContext.Default.OrderState).Length + MaxGrowth;
            if (parts.Count == 0 || parts[^1].Orders.Count == MaxPartOrders || length + own > StateStoreLimits.MaxValueLength || parts[^1].Orders[0].Supply != order.Supply)
            {
                parts.Add(new OrdersState { Format = OrdersState.CurrentFormat });
                length = MaxGrowth;
            }

            parts[^1].Orders.Add(order);
            length += own;
        }

        Take([.. parts], new long[parts.Count]);
        return new PartsState { Id = NewId(), Count = parts.Count };
    }

    private async Task WritePartsAsync(CancellationToken cancellationToken)
    {
        for (int part = 0; part < _parts.Length; part++)
            await WritePartAsync(part, cancellationToken).ConfigureAwait(false);
    }

    private async Task WritePartAsync(int part, CancellationToken cancellationToken)
    {
        string key = PartKey(State.Parts, part);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(_parts[part], HandOverStateJsonContext.Default.OrdersState);
        StateWriteResult written = await _store.TryWriteAsync(_sellerId, key, json, _partVersions[part], cancellationToken).ConfigureAwait(false);

        // The one before has still written it, or somebody has taken the hand-over over: the record tells.
        if (!written.Succeeded && written.Version > 0 && (await _store.ReadAsync(_sellerId, _key, cancellationToken).ConfigureAwait(false))?.Version == _version)
            written = await _store.TryWriteAsync(_sellerId, key, json, written.Version, cancellationToken).ConfigureAwait(false);
        _partVersions[part] = written.Succeeded ? written.Version : throw Conflict();
    }

    private async Task RemoveUnusedAsync()
    {
        await RemoveAsync(State.UnusedParts).ConfigureAwait(false);
        State.UnusedParts = null;
    }

    // What is begun is ended: parts that nobody knows of would stay for ever.
    private async Task RemoveAsync(PartsState? parts)
    {
        for (int part = 0; part < parts?.Count; part++)
        {
            string key = PartKey(parts, part);
            if (await _store.ReadAsync(_sellerId, key, CancellationToken.None).ConfigureAwait(false) is { } found)
                await _store.TryDeleteAsync(_sellerId, key, found.Version, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the parts of a hand-over that did not begin.</summary>
    private async Task TryRemovePartsAsync()
    {
        try
        {
            // A write that failed may have been done all the same.
            StoredState? stored = await _store.ReadAsync(_sellerId, _key, CancellationToken.None).ConfigureAwait(false);
            if (stored is null || !stored.Value.Span.SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(State, HandOverStateJsonContext.Default.HandOverState)))
                await RemoveAsync(State.Parts).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The store is away: what ended the creation says more.
        }
    }

    private static T Parse<T>(StoredState stored, JsonTypeInfo<T> json, Func<T, bool> isOne, string sellerId, string key)
    {
        Exception? cause = null;
        try
        {
            if (JsonSerializer.Deserialize(stored.Value.Span, json) is { } value && isOne(value))
                return value;
        }
        catch (JsonException e)
        {
            // What is stored has label identifiers in it: they do not go into an exception.
            cause = SafeFailure.Of(e, Redaction.None);
        }

        throw new InvalidDataException($"The state \"{key}\" of the seller \"{sellerId}\" is not of a hand-over. Restore it, or delete it.", cause);
    }

    private string PartKey(PartsState parts, int part) => string.Create(CultureInfo.InvariantCulture, $"{_key}/{parts.Id}/{part}");

    private static string NewId() => Guid.NewGuid().ToString("N")[..12];

    private WildberriesStateConflictException Conflict() => new(
        $"Somebody else works on the hand-over in the state \"{_key}\" of the seller \"{_sellerId}\", or has begun one of that name just now: let one at a time do so. Nothing more was sent from here.");
}
