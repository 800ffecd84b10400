using System.Text.Json;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>How claims are followed.</summary>
public sealed record ClaimChangeStreamOptions
{
    /// <summary>Whether the stream ends when it has given all that WB lists; otherwise it waits and asks again.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool StopAtEnd { get; init; }

    /// <summary>
    /// Whether the archive is read, too: claims that are decided, by whomever, and whether a rejected one may be decided again. Without it a claim that leaves the ones
    /// under review just does not come any more, and each reading costs half as many requests.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IncludesArchive { get; init; } = true;

    /// <summary>How long to wait after a reading before WB is asked again; longer than zero, at most a day.</summary>
    /// <value>The default is a minute. Where a token may ask less often, the rate limit makes it longer all the same.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// After how many claims the stream saves which ones it has given, 1 to 1,000; it saves at the end of each reading, too, and when reading ends. Only a process
    /// that is killed loses what is not saved: it gets at most so many claims again, the one in its hands included.
    /// </summary>
    /// <value>The default is 1. A greater number spares writes where hundreds of claims come at once.</value>
    public int SaveEvery { get; init; } = 1;

    /// <summary>
    /// Told, at each reading, of each claim that cannot be read or has no id, with what WB sent in the place of what is missing
    /// (<see cref="JsonValueKind.Undefined"/>: nothing): the stream passes it. The text may hold what a buyer wrote. A claim of which only a part cannot be read comes as any
    /// other (<see cref="WildberriesModel.UnreadableProperties"/>).
    /// </summary>
    /// <value>The default is <see langword="null"/>: only the log and the counter <c>wildberries.client.unreadable_members</c> tell.</value>
    public IProgress<JsonElement>? LeftOut { get; init; }

    /// <summary>
    /// The longest time without a good answer that the stream survives, at most 30 days; <see cref="Timeout.InfiniteTimeSpan"/>: it survives any. While WB
    /// (<see cref="WildberriesApiException.IsTransient"/>) or the store fails, the stream asks again, after a second, then after twice as long each time, up to
    /// a minute; when the time is over, the last failure ends it. What does not pass by itself (a token that WB refuses, a state that another reader has moved) ends it
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
    /// The name under which the store keeps which claims were given. Two streams of one seller that are read for different purposes need two names.
    /// </summary>
    /// <value>The default is <c>new-claims</c>.</value>
    public string CursorName { get; init; } = "new-claims";
}
