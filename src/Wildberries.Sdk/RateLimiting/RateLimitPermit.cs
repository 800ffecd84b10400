namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// The permit for one request. Whoever got it says what became of it, once: others may wait for that. Of several sayings the first one counts.
/// </summary>
/// <param name="line">The line that gave it.</param>
/// <param name="bucket">The bucket that it was taken from.</param>
/// <param name="takenAt">When it was taken, as a timestamp of the limiter's clock.</param>
internal sealed class RateLimitPermit(RateLimitLine line, RateLimitBucket bucket, long takenAt)
{
    private int _settled;

    public RateLimitLine Line { get; } = line;

    public RateLimitBucket Bucket { get; } = bucket;

    /// <summary>When it was taken; once its request is written: when that was.</summary>
    public long At { get; set; } = takenAt;

    /// <summary>The request is being written now. Never waits.</summary>
    /// <param name="slowly">Whether it may take long to leave, because no answer has come yet.</param>
    /// <returns>What becomes of telling the store: it may fail, and need not be awaited.</returns>
    public ValueTask Written(bool slowly = false) => Interlocked.Exchange(ref _settled, 1) == 0 ? Line.Limiter.WrittenAsync(this, slowly) : default;

    /// <summary>The request was not written, and will not be: WB does not count it. Never waits.</summary>
    /// <returns>What becomes of telling the store: it may fail, and need not be awaited.</returns>
    public ValueTask NotWritten() => Interlocked.Exchange(ref _settled, 1) == 0 ? Line.Limiter.GiveBackAsync(this) : default;
}
