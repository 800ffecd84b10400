namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// Keeps the state of rate-limit buckets. The default keeps it in the process; a store of your own can share it between
/// processes. Calls may come from many threads; each is one atomic step on one bucket.
/// </summary>
/// <remarks>
/// Two times are all that a store keeps of a bucket: when it is full again (F) and until when it is closed (C). With the
/// interval T, a request is due at the later of C and F - (Capacity - 1) * T; taking it moves F to the later of F and now +
/// Padding, plus T. A store that never heard of a bucket takes it to be full and open, and may forget one that is; a store that may have forgotten
/// others too takes them to be empty.
/// </remarks>
public interface IRateLimitStore
{
    /// <summary>Takes one request from a bucket if that is allowed now. Never waits for the bucket.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    /// <returns><see cref="TimeSpan.Zero"/> if the request was taken; else how long to wait before asking again.</returns>
    ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default);

    /// <summary>Takes more requests after the fact: WB counts some failed requests several times.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="requests">How many more requests WB has counted; none if not positive. F moves by so many intervals.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default);

    /// <summary>
    /// Closes a bucket for everybody after a 429. What it held is gone: it opens with one request (F is then at least C +
    /// (Capacity - 1) * T). A bucket that is closed for longer stays so.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes over what WB said of the bucket (<c>X-Ratelimit-Remaining</c>) where WB has less left than the store believes. One
    /// request of difference is tolerated (WB rounds down), and the bucket never becomes fuller by it: F is then at least the time
    /// of sending + (Burst - remaining - 1) * T.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="remaining">How many requests WB had left; below zero is taken as zero.</param>
    /// <param name="age">How long ago the request was sent whose answer said so.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default);
}
