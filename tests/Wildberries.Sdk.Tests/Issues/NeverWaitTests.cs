using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>Who never waits for a limit does not wait for others who only ask the store either: round trips to it do not queue.</summary>
public sealed class NeverWaitTests
{
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly SlowStore _store;
    private readonly RequestRateLimiter _limiter;

    public NeverWaitTests()
    {
        _store = new(_time, RoundTrip);
        _limiter = new(_store, _time);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_callers_take_one_round_trip_where_the_bucket_has_twenty()
    {
        Task<RateLimitLease>[] calls = Ask(Buckets.Of("key", Second, 20, 20, TimeSpan.Zero), 20, TimeSpan.Zero);
        Assert.Equal(20, _store.Asked);
        _time.Advance(RoundTrip);
        Assert.All(await Task.WhenAll(calls), lease => Assert.Equal((true, RoundTrip), (lease.Acquired, lease.Waited)));
    }

    [Fact]
    public async Task Whom_the_bucket_can_have_nothing_for_is_refused_at_once()
    {
        Task<RateLimitLease>[] calls = Ask(Buckets.Of("key", Second, 10, 9, TimeSpan.Zero), 20, TimeSpan.Zero);
        Assert.All(calls[9..], call => Assert.True(call.IsCompletedSuccessfully));
        Assert.All(calls[9..], call => Assert.True(call.Result is { Acquired: false } lease && lease.RetryAfter >= Second));
        _time.Advance(RoundTrip);
        Assert.All(await Task.WhenAll(calls[..9]), lease => Assert.True(lease.Acquired));
    }

    [Fact]
    public async Task Behind_somebody_who_sleeps_nobody_asks_and_who_never_waits_is_told_at_once()
    {
        RateLimitBucket bucket = Buckets.Of("key", Second, 1, 1, TimeSpan.Zero);
        await TakeAsync(bucket);
        Task<RateLimitLease> patient = Ask(bucket, 1, TimeSpan.FromDays(1))[0];
        _time.Advance(RoundTrip);
        int asked = _store.Asked;
        Assert.All(Ask(bucket, 20, TimeSpan.Zero), call => Assert.True(call.IsCompletedSuccessfully && !call.Result.Acquired));
        Assert.Equal(asked, _store.Asked);
        await ElapseAsync(() => patient.IsCompleted);
        Assert.True((await patient).Acquired);
    }

    [Fact]
    public async Task Those_who_were_told_to_wait_go_in_the_order_of_coming()
    {
        // Three may ask at once, and one is left.
        RateLimitBucket bucket = Buckets.Of("key", Second, 3, 3, TimeSpan.Zero);
        await TakeAsync(bucket);
        await TakeAsync(bucket);
        var order = new List<int>();
        Task[] calls = [.. Enumerable.Range(0, 6).Select(NumberAsync)];
        await ElapseAsync(() => calls.All(call => call.IsCompleted));
        await Task.WhenAll(calls);
        Assert.Equal([0, 1, 2, 3, 4, 5], order);

        async Task NumberAsync(int number)
        {
            // A millisecond apart.
            _time.Advance(TimeSpan.FromMilliseconds(1));
            RateLimitLease lease = await _limiter.AcquireAsync(bucket, TimeSpan.FromDays(1), Cancel);
            lock (order)
                order.Add(number);
            await lease.Permit!.Written();
        }
    }

    [Fact]
    public async Task An_ask_that_fails_or_is_cancelled_lets_those_behind_it_ask()
    {
        RateLimitBucket bucket = Buckets.Of("key", Second, 1, 1, TimeSpan.Zero);
        using var caller = new CancellationTokenSource();
        Task<RateLimitLease> cancelled = _limiter.AcquireAsync(bucket, TimeSpan.FromDays(1), caller.Token).AsTask();
        Task<RateLimitLease> next = Ask(bucket, 1, TimeSpan.FromDays(1))[0];
        Assert.Equal(1, _store.Asked);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await ElapseAsync(() => next.IsCompleted);
        Assert.True((await next).Acquired);
        Assert.True(_store.Asked >= 2);
    }

    private Task<RateLimitLease>[] Ask(RateLimitBucket bucket, int callers, TimeSpan maxWait) =>
        [.. Enumerable.Range(0, callers).Select(_ => _limiter.AcquireAsync(bucket, maxWait, Cancel).AsTask())];

    private async Task ElapseAsync(Func<bool> condition)
    {
        for (int i = 0; i < 10_000 && !condition(); i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            for (int j = 0; j < 20; j++)
                await Task.Yield();
        }
    }

    private async Task TakeAsync(RateLimitBucket bucket)
    {
        Task<RateLimitLease> call = Ask(bucket, 1, TimeSpan.Zero)[0];
        _time.Advance(RoundTrip);
        await (await call).Permit!.Written();
    }

    /// <summary>Another machine's store: each question takes its time, and the answer is of when it arrives there.</summary>
    private sealed class SlowStore(FakeTimeProvider time, TimeSpan roundTrip) : IRateLimitStore
    {
        private readonly InMemoryRateLimitStore _there = new(time);
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public async ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            TimeSpan wait = await _there.TryTakeAsync(bucket, cancellationToken);
            await Task.Delay(roundTrip, time, cancellationToken);
            return wait;
        }

        public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken) =>
            _there.ChargeAsync(bucket, requests, cancellationToken);

        public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken) =>
            _there.CloseAsync(bucket, duration, cancellationToken);

        public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken) =>
            _there.ReportRemainingAsync(bucket, remaining, age, cancellationToken);

        public ValueTask ReportWrittenAsync(RateLimitBucket bucket, int unwritten, TimeSpan age, CancellationToken cancellationToken) =>
            _there.ReportWrittenAsync(bucket, unwritten, age, cancellationToken);
    }
}
