using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>A store of a user's that knows nothing of the moment of writing and opens nothing again: the default steps do what they can.</summary>
public sealed class PlainStoreTests : RateLimitStoreLaws
{
    private readonly FakeTimeProvider _time = new();

    public PlainStoreTests() => Store = new PlainStore(new InMemoryRateLimitStore(_time));

    protected override IRateLimitStore Store { get; }

    protected override bool Reopens => false;

    protected override bool KeepsTokens => false;

    protected override Task AdvanceAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    private sealed class PlainStore(InMemoryRateLimitStore inner) : IRateLimitStore
    {
        public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default) =>
            inner.TryTakeAsync(bucket, cancellationToken);

        public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default) =>
            inner.ChargeAsync(bucket, requests, cancellationToken);

        public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default) =>
            inner.CloseAsync(bucket, duration, cancellationToken);

        public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default) =>
            inner.ReportRemainingAsync(bucket, remaining, age, cancellationToken);
    }
}
