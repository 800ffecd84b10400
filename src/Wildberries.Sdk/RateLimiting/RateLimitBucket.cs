namespace Wildberries.Sdk.RateLimiting;

/// <summary>One of WB's token buckets: whose, for which operations, how fast it refills, and how much of it the SDK uses at once.</summary>
/// <param name="Key">Identifies the bucket: environment, seller, kind of token, scope. Never contains a token.</param>
/// <param name="Interval">The time in which the bucket regains one request.</param>
/// <param name="Burst">How many requests WB's bucket holds when it is full.</param>
/// <param name="Capacity">How many requests the SDK sends at once after a pause; at most <paramref name="Burst"/>.</param>
/// <param name="Padding">How much later than it was sent the first request of a busy period is taken to reach WB.</param>
/// <remarks>
/// Requests that are sent an exact interval apart can reach WB closer together, and WB counts as they arrive. From a burst of
/// five on, one request is kept in reserve: the SDK's bucket then runs a whole interval behind WB's, which absorbs such
/// differences, a slow first connection too, and costs nothing of the sustained rate. A smaller bucket has none to spare; there
/// the padding does it, on each request at burst 1 and on the first of a busy period otherwise.
/// </remarks>
public readonly record struct RateLimitBucket(string Key, TimeSpan Interval, int Burst, int Capacity, TimeSpan Padding);
