namespace Wildberries.Sdk.RateLimiting;

/// <summary>One of WB's token buckets: whose, for which operations, how fast it refills, and how much of it the SDK uses at once.</summary>
/// <remarks>
/// Requests that are sent an exact interval apart can reach WB closer together, and WB counts as they arrive. From a burst of
/// five on, one request is kept in reserve: the SDK's bucket then runs a whole interval behind WB's, which absorbs such
/// differences and costs nothing of the sustained rate. A smaller bucket has none to spare; there the padding does it, on each
/// request at burst 1 and on the first of a busy period otherwise.
/// </remarks>
public sealed record RateLimitBucket
{
    /// <summary>Identifies the bucket: environment, seller, kind of token, scope. Never contains a token.</summary>
    public required string Key { get; init; }

    /// <summary>The time in which the bucket regains one request.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>How many requests WB's bucket holds when it is full.</summary>
    public required int Burst { get; init; }

    /// <summary>How many requests the SDK sends at once after a pause; at most <see cref="Burst"/>.</summary>
    public required int Capacity { get; init; }

    /// <summary>By how much less than an interval two requests can reach WB that were sent an interval apart.</summary>
    /// <value>The default is zero.</value>
    public TimeSpan Padding { get; init; }

    /// <summary>What the limiter found under the key the last time; no part of the value.</summary>
    internal RateLimitLine? Line { get; set; }

    /// <summary>What the store in memory found under the key the last time; no part of the value.</summary>
    internal InMemoryRateLimitStore.State? State { get; set; }

    /// <inheritdoc/>
    public bool Equals(RateLimitBucket? other) =>
        other is not null
        && string.Equals(Key, other.Key, StringComparison.Ordinal)
        && (Interval, Burst, Capacity, Padding) == (other.Interval, other.Burst, other.Capacity, other.Padding);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Interval, Burst, Capacity, Padding);
}
