using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.DependencyInjection;

/// <summary>A user's own store: allows everything and keeps the keys.</summary>
internal sealed class RecordingStore : IRateLimitStore
{
    public List<string> Keys { get; } = [];

    public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default)
    {
        Keys.Add(bucket.Key);
        return new(TimeSpan.Zero);
    }

    public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default) => default;

    public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default) => default;

    public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default) => default;
}
