using System.Text.Json;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Statistics;

/// <summary>How changed orders or sales are followed.</summary>
public sealed record ChangedRowStreamOptions
{
    /// <summary>With which change to begin where the store has nothing yet; <see langword="null"/>: 90 days ago, as long as WB keeps the rows.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Whether the stream ends when WB shows no more changes; otherwise it waits and asks again.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool StopAtEnd { get; init; }

    /// <summary>How long to wait before WB is asked again when there were no more changes; longer than zero, at most a day.</summary>
    /// <value>The default is 30 minutes: WB renews the data no more often.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// After how many rows the stream saves how far it is, 1 to 1,000; it saves at the end of each page, too, and when reading ends. Only a process that is killed loses what is not
    /// saved: it gets at most so many rows again, the one in its hands included.
    /// </summary>
    /// <value>The default is 100.</value>
    public int SaveEvery { get; init; } = 100;

    /// <summary>
    /// Told of each row that has no id or no time of change that can be read, with what WB sent in the place of what is missing (<see cref="JsonValueKind.Undefined"/>: nothing): the
    /// stream passes it.
    /// </summary>
    /// <value>The default is <see langword="null"/>: only the log and the counter <c>wildberries.client.unreadable_members</c> tell.</value>
    public IProgress<JsonElement>? LeftOut { get; init; }

    /// <summary>
    /// The longest time without a good answer that the stream survives, at most 30 days; <see cref="Timeout.InfiniteTimeSpan"/>: it survives any. While WB
    /// (<see cref="WildberriesApiException.IsTransient"/>) or the store fails, the stream asks again, after a second, then after twice as long each time, up to
    /// a minute; when the time is over, the last failure ends it. What does not pass by itself ends it at once. The rate limit is no failure, but waiting for it takes from this time.
    /// </summary>
    /// <value>The default is zero: the first failure ends the stream.</value>
    public TimeSpan MaxOutage { get; init; }

    /// <summary>Told of each failure that the stream survives, and of the end of the outage.</summary>
    /// <value>The default is <see langword="null"/>: nobody is told.</value>
    public IProgress<StreamOutage>? Outages { get; init; }

    /// <summary>The name under which the store keeps how far the stream is. Two streams of one seller that are read for different purposes need two names.</summary>
    /// <value>The default is <see langword="null"/>: <c>changed-orders</c> or <c>changed-sales</c>.</value>
    public string? CursorName { get; init; }
}
