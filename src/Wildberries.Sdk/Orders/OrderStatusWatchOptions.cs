using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Orders;

/// <summary>How the statuses of orders are watched.</summary>
public sealed record OrderStatusWatchOptions
{
    /// <summary>How long to wait after an answer before WB is asked again; longer than zero, at most a day.</summary>
    /// <value>The default is one minute. Where a token may ask less often, the rate limit makes it longer all the same.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether the first status of each order is reported, too, as a change from nothing. If not, only an order that WB did not know at first is reported so.
    /// </summary>
    /// <value>The default is <see langword="false"/>: only what changes afterwards.</value>
    public bool ReportFirst { get; init; }

    /// <summary>
    /// The longest time without a good answer that the watch survives, at most 30 days; <see cref="Timeout.InfiniteTimeSpan"/>: it survives any. While WB fails
    /// (<see cref="WildberriesApiException.IsTransient"/>), it asks again, after a second, then after twice as long each time, up to a minute. The rate limit is no
    /// failure, but waiting for it takes from this time.
    /// </summary>
    /// <value>The default is zero: the first failure ends the watch.</value>
    public TimeSpan MaxOutage { get; init; }

    /// <summary>Told of each failure that the watch survives, and of the end of the outage.</summary>
    /// <value>The default is <see langword="null"/>: nobody is told.</value>
    public IProgress<StreamOutage>? Outages { get; init; }
}
