using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>Asks for statuses again and again, and reports what changes.</summary>
internal sealed class OrderStatusWatch<TStatus>
    where TStatus : class
{
    private readonly long[] _orderIds;
    private readonly Func<long[], CancellationToken, Task<OrderStatuses<TStatus>>> _read;
    private readonly Func<TStatus, long> _idOf;
    private readonly Func<TStatus, TStatus, bool> _isSame;
    private readonly OrderStatusWatchOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly OutageRetry _retry;

    /// <summary>Creates a watch. Nothing is asked before somebody reads.</summary>
    /// <param name="orderIds">The orders.</param>
    /// <param name="read">Reads their statuses, as many at once as WB takes.</param>
    /// <param name="idOf">The order that a status is about.</param>
    /// <param name="isSame">Whether two statuses of an order are the same.</param>
    /// <param name="options">Options; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock.</param>
    public OrderStatusWatch(
        IEnumerable<long> orderIds,
        Func<long[], CancellationToken, Task<OrderStatuses<TStatus>>> read,
        Func<TStatus, long> idOf,
        Func<TStatus, TStatus, bool> isSame,
        OrderStatusWatchOptions? options,
        TimeProvider timeProvider)
    {
        _orderIds = Argument.Ids(orderIds);
        Argument.Count(_orderIds.Length, 1, int.MaxValue, "orders to watch", nameof(orderIds));
        _read = read;
        _idOf = idOf;
        _isSame = isSame;
        _options = options ?? new OrderStatusWatchOptions();
        Argument.Pause(_options.Interval, nameof(OrderStatusWatchOptions.Interval), nameof(options));
        Argument.Outage(_options.MaxOutage, nameof(OrderStatusWatchOptions.MaxOutage), nameof(options));
        _timeProvider = timeProvider;
        _retry = new OutageRetry(_options.MaxOutage, _options.Outages, timeProvider);
    }

    /// <summary>Watches until it is cancelled.</summary>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes.</returns>
    public async IAsyncEnumerable<OrderStatusChange<TStatus>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var known = new Dictionary<long, TStatus>();
        for (bool isFirst = true; ; isFirst = false)
        {
            // Each by itself: a limit or an outage in the middle must not cost those before once more, or a limit that lets fewer through at once would never be passed.
            foreach (long[] batch in _orderIds.Chunk(OrderStatusReader.BatchSize))
            {
                OrderStatuses<TStatus> statuses = await _retry.RunAsync(
                    () => RateLimitWait.RunAsync(() => _read(batch, cancellationToken), _options.Interval, _timeProvider, cancellationToken),
                    OutageRetry.IsOfWildberries,
                    cancellationToken).ConfigureAwait(false);
                foreach (TStatus current in statuses.Found)
                {
                    long id = _idOf(current);
                    TStatus? previous = known.GetValueOrDefault(id);
                    known[id] = current;
                    if (previous is null ? isFirst && !_options.ReportFirst : _isSame(previous, current))
                        continue;
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return new OrderStatusChange<TStatus> { OrderId = id, Previous = previous, Current = current };
                }
            }

            await Task.Delay(_options.Interval, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
