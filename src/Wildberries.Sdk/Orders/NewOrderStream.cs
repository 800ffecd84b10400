using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Orders;

/// <summary>
/// New orders of any kind, each once per store. WB has no cursor for them: it lists all that are new now, and an order stays new until the seller does something
/// with it. So WB is asked again and again, and the store keeps which of the listed ones were given.
/// </summary>
internal sealed class NewOrderStream<TOrder>
    where TOrder : WildberriesModel
{

    // A slow consumer is not to get what was new an hour ago: after this time WB is asked again, and what is given already does not come twice.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly Func<CancellationToken, Task<IReadOnlyList<TOrder>>> _getNewOrders;
    private readonly Func<TOrder, long> _idOf;
    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly string _name;
    private readonly NewOrderStreamOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly OutageRetry _retry;

    /// <summary>Creates a stream. Nothing is asked before somebody reads.</summary>
    /// <param name="getNewOrders">Lists all orders that are new now.</param>
    /// <param name="idOf">The number of an order.</param>
    /// <param name="store">Where is kept what was given.</param>
    /// <param name="sellerId">Whose orders they are.</param>
    /// <param name="defaultName">The name of the state where the options give none.</param>
    /// <param name="options">Options; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock.</param>
    public NewOrderStream(
        Func<CancellationToken, Task<IReadOnlyList<TOrder>>> getNewOrders,
        Func<TOrder, long> idOf,
        IStateStore store,
        string sellerId,
        string defaultName,
        NewOrderStreamOptions? options,
        TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(store);
        _getNewOrders = getNewOrders;
        _idOf = idOf;
        _store = store;
        _sellerId = sellerId;
        _options = options ?? new NewOrderStreamOptions();
        _name = _options.CursorName ?? defaultName;
        StateStoreLimits.CheckKey(sellerId, _name);
        Argument.Pause(_options.Interval, nameof(NewOrderStreamOptions.Interval), nameof(options));
        Argument.Outage(_options.MaxOutage, nameof(NewOrderStreamOptions.MaxOutage), nameof(options));
        Argument.SaveEvery(_options.SaveEvery, nameof(NewOrderStreamOptions.SaveEvery), nameof(options));
        _timeProvider = timeProvider;
        _retry = new OutageRetry(_options.MaxOutage, _options.Outages, timeProvider);
    }

    /// <summary>Reads until it is cancelled.</summary>
    /// <param name="cancellationToken">Ends the stream. An order that was handled is saved first, if the store works.</param>
    /// <returns>The orders; of those that are new at once, the oldest first.</returns>
    public async IAsyncEnumerable<TOrder> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var state = new StreamState(_store, _sellerId, _name, _retry, _timeProvider);
        GivenOrders given = Parse(await state.ReadAsync(cancellationToken).ConfigureAwait(false));
        TimeSpan freshness = _options.Interval > Freshness ? _options.Interval : Freshness;
        int unsaved = 0;
        try
        {
            while (true)
            {
                SortedDictionary<long, TOrder> listed = Sort(await AskAsync(cancellationToken).ConfigureAwait(false));
                long askedAt = _timeProvider.GetTimestamp();
                bool isForgotten = given.Meet(listed.Keys.ToHashSet());
                bool isStale = false;
                foreach ((long id, TOrder order) in listed)
                {
                    if (given.Contains(id))
                        continue;
                    if (isStale)
                        break;
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return order;

                    given.Add(id);
                    if (++unsaved >= _options.SaveEvery)
                    {
                        await state.SaveAsync(given.ToBytes(), cancellationToken).ConfigureAwait(false);
                        unsaved = 0;
                        isForgotten = false;
                    }

                    isStale = _timeProvider.GetElapsedTime(askedAt) > freshness;
                }

                if (unsaved > 0 || isForgotten)
                {
                    await state.SaveAsync(given.ToBytes(), cancellationToken).ConfigureAwait(false);
                    unsaved = 0;
                }

                if (!isStale)
                    await Task.Delay(_options.Interval, _timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (unsaved > 0)
                await state.TrySaveAsync(given.ToBytes()).ConfigureAwait(false);
        }
    }

    private Task<IReadOnlyList<TOrder>> AskAsync(CancellationToken cancellationToken) => _retry.RunAsync(
        () => RateLimitWait.RunAsync(() => _getNewOrders(cancellationToken), _options.Interval, _timeProvider, cancellationToken),
        OutageRetry.IsOfWildberries,
        cancellationToken);

    // The numbers grow with time.
    private SortedDictionary<long, TOrder> Sort(IReadOnlyList<TOrder> orders)
    {
        var sorted = new SortedDictionary<long, TOrder>();
        foreach (TOrder order in orders)
        {
            if (order is null)
                continue;
            if (_idOf(order) is > 0 and var id)
                sorted.TryAdd(id, order);
            else
                _options.LeftOut?.Report(order.UnreadableProperties.Values.FirstOrDefault());
        }

        return sorted;
    }

    private GivenOrders Parse(ReadOnlyMemory<byte>? stored) => stored is not { } bytes
        ? new GivenOrders()
        : GivenOrders.Parse(bytes.Span) ?? throw new InvalidDataException(
            $"The state \"{_name}\" of the seller \"{_sellerId}\" does not tell which new orders were given. Restore it, or delete it to begin anew.");
}
