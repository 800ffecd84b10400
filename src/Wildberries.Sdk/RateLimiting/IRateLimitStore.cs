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
    /// Opens a bucket again that <see cref="CloseAsync"/> has closed, with one request, an interval after it was
    /// closed: with the later of now and the closing + T, C is over then, and F at most that + (Capacity - 1) * T. A bucket that
    /// is not closed stays as it is. Called where a call asks for it: <see cref="WildberriesCallOptions.ReopenRateLimit"/>.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    /// <remarks>
    /// A store need not implement it. The default does nothing: the bucket stays closed. A store that does implements <see cref="ReportWrittenAsync"/> as well, for
    /// the default of that closes buckets that are merely used up.
    /// </remarks>
    ValueTask ReopenAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default) => default;

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

    /// <summary>
    /// Gives back a request that was taken and that WB does not count: it was never written, or refused for a token that WB has never taken. If F is not later than the time of taking + Padding + T, with an
    /// eighth of T for the way to the store, then nothing has happened to the bucket since, which was full before: F moves back by T. Else nothing
    /// changes. A failure is logged, and costs a request that is not sent.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="age">How long ago the request was taken; if it was written, how long ago that was.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    /// <remarks>A store need not implement it. The default does nothing: the request stays taken.</remarks>
    ValueTask ReturnAsync(RateLimitBucket bucket, TimeSpan age, CancellationToken cancellationToken = default) => default;

    /// <summary>
    /// Says that a request is being written for which <see cref="TryTakeAsync"/> gave the permit: WB counts it from now on, and a first connection can
    /// take long. F is then at least the time of writing + Padding + (1 + unwritten) * T. Called without being waited for; a failure is logged, and loses
    /// no request.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="unwritten">How many more permits this process has that are not yet written; at most Capacity - 1.</param>
    /// <param name="age">How long ago the request was written.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    /// <remarks>
    /// A store need not implement it. The default says the same with the store's other steps: by <see cref="CloseAsync"/> where all that the bucket has
    /// room for was on its way (always so where Capacity is 1), else by <see cref="ReportRemainingAsync"/>, which leaves the padding out.
    /// </remarks>
    ValueTask ReportWrittenAsync(RateLimitBucket bucket, int unwritten, TimeSpan age, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        long rest = (long)Int128.Min((Int128)bucket.Interval.Ticks + bucket.Padding.Ticks - Math.Max(0, age.Ticks), TimeSpan.MaxValue.Ticks);
        return unwritten >= bucket.Capacity - 1 && rest > 0
            ? CloseAsync(bucket, TimeSpan.FromTicks(rest), cancellationToken)
            : ReportRemainingAsync(bucket, Math.Max(0, bucket.Burst - 2 - Math.Max(0, unwritten)), age, cancellationToken);
    }

    /// <summary>
    /// Remembers that WB has taken a token: what it refuses later with 401 counts against the seller's limits. Called once for each token and process.
    /// </summary>
    /// <param name="tokenHash">32 hexadecimal digits that stand for the token, and from which it cannot be told.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    /// <remarks>A store need not implement it. The default does nothing: each process knows only what it has seen itself.</remarks>
    ValueTask MarkTokenProvenAsync(string tokenHash, CancellationToken cancellationToken = default) => default;

    /// <summary>Whether WB has taken a token, as far as the store knows. Asked after a 401 to a token that this process has not seen taken.</summary>
    /// <param name="tokenHash">What stands for the token: see <see cref="MarkTokenProvenAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    /// <returns>Whether it has.</returns>
    /// <remarks>A store need not implement it. The default knows of none.</remarks>
    ValueTask<bool> IsTokenProvenAsync(string tokenHash, CancellationToken cancellationToken = default) => new(false);
}
