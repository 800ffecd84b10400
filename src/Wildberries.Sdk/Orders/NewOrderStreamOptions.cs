using System.Text.Json;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Orders;

/// <summary>How new orders are followed.</summary>
public sealed record NewOrderStreamOptions
{
    /// <summary>How long to wait after an answer before WB is asked again; longer than zero, at most a day.</summary>
    /// <value>The default is 30 seconds. Where a token may ask less often, the rate limit makes it longer all the same.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// After how many orders the stream saves which ones it has given, 1 to 1,000; it saves at the end of each answer of WB, too, and when reading ends. Only a
    /// process that is killed loses what is not saved: it gets at most so many orders again, the one in its hands included.
    /// </summary>
    /// <value>The default is 1. A greater number spares writes where thousands of orders come at once.</value>
    public int SaveEvery { get; init; } = 1;

    /// <summary>
    /// Told, at each answer of WB, of each order that cannot be read or has no number, with what WB sent in the place of what is
    /// missing (<see cref="JsonValueKind.Undefined"/>: nothing): the stream passes it. The text may hold a buyer's address. An order of which only a part cannot be read comes as any other (<see cref="WildberriesModel.UnreadableProperties"/>).
    /// </summary>
    /// <value>The default is <see langword="null"/>: only the log and the counter <c>wildberries.client.unreadable_members</c> tell.</value>
    public IProgress<JsonElement>? LeftOut { get; init; }

    /// <summary>
    /// The longest time without a good answer that the stream survives, at most 30 days; <see cref="Timeout.InfiniteTimeSpan"/>: it survives any. While WB
    /// (<see cref="WildberriesApiException.IsTransient"/>) or the store of the cursor fails, the stream asks again, after a second, then after twice as long each time, up to
    /// a minute; when the time is over, the last failure ends it. What does not pass by itself (a token that WB refuses, a cursor that another reader has moved) ends it
    /// at once. The rate limit is no failure, but waiting for it takes from this time.
    /// </summary>
    /// <value>The default is zero: the first failure ends the stream.</value>
    public TimeSpan MaxOutage { get; init; }

    /// <summary>
    /// Told of each failure that the stream survives, and of the end of the outage. <see cref="Progress{T}"/> passes on in another thread, and may change the order;
    /// implement <see cref="IProgress{T}"/> where that matters.
    /// </summary>
    /// <value>The default is <see langword="null"/>: nobody is told.</value>
    public IProgress<StreamOutage>? Outages { get; init; }

    /// <summary>
    /// The name under which the store keeps which orders were given. Two streams of one seller that are read for different purposes need two names.
    /// </summary>
    /// <value>The default is <see langword="null"/>: a name by the kind of orders, for example <c>new-fbs-orders</c>.</value>
    public string? CursorName { get; init; }
}
