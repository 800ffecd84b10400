using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>A store that answers what the test says.</summary>
internal sealed class ScriptedStore(Func<int, ValueTask<TimeSpan>> answer, Func<ValueTask>? written = null) : IRateLimitStore
{
    private int _asked;
    private int _told;

    /// <summary>How often it was told of a request that was written.</summary>
    public int Told => Volatile.Read(ref _told);

    public int Asked => Volatile.Read(ref _asked);

    public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken) =>
        answer(Interlocked.Increment(ref _asked));

    public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken) => default;

    public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken) => default;

    public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken) =>
        default;

    public ValueTask ReportWrittenAsync(RateLimitBucket bucket, int unwritten, TimeSpan age, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _told);
        return written?.Invoke() ?? default;
    }
}
