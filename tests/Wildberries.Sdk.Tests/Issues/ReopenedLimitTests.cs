using System.Net;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>A limit that a 429 has closed for a month can be opened again by somebody who knows better.</summary>
public sealed class ReopenedLimitTests
{
    private const string Month = "2592000";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_asks_for_it_goes_and_its_success_opens_the_limit_for_all()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", Month));
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Client.Common.GetSellerInfoAsync(Cancel));
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Client.Common.GetSellerInfoAsync(Cancel));
        Assert.Single(wb.Arrivals);

        await wb.Elapse(wb.Client.With(new WildberriesCallOptions { ReopenRateLimit = true }).Common.GetSellerInfoAsync(Cancel));
        Assert.Equal(2, wb.Arrivals.Count);
        wb.Clock.Advance(TimeSpan.FromMinutes(2));
        await wb.Elapse(wb.Client.Common.GetSellerInfoAsync(Cancel));
        Assert.Equal(3, wb.Arrivals.Count);
    }

    [Fact]
    public async Task Another_429_holds_and_the_call_does_not_try_again()
    {
        using var wb = new FakeWildberries();
        for (int i = 0; i < 5; i++)
            wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", Month));
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Client.Common.GetSellerInfoAsync(Cancel));
        IWildberriesClient eager = wb.Client.With(new WildberriesCallOptions { ReopenRateLimit = true });
        var refused = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Elapse(eager.Common.GetSellerInfoAsync(Cancel)));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromDays(30)), (refused.StatusCode, refused.RetryAfter));
        Assert.Equal(2, wb.Arrivals.Count);
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Client.Common.GetSellerInfoAsync(Cancel));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task Who_opens_it_in_a_loop_is_no_faster_than_the_limit_itself()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Base));
        for (int i = 0; i < 100; i++)
            wb.Answer(HttpStatusCode.TooManyRequests, headers: ("X-Ratelimit-Retry", Month));
        IWildberriesClient eager = wb.Client.With(new WildberriesCallOptions { ReopenRateLimit = true, MaxRateLimitWait = TimeSpan.Zero });
        for (int minute = 0; minute < 180; minute++)
        {
            await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Elapse(eager.BuyerChat.GetChatsAsync(Cancel)));
            wb.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        // One an hour.
        Assert.Equal(3, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_limit_that_is_merely_used_up_stays_as_it_is()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Base));
        await wb.Client.BuyerChat.GetChatsAsync(Cancel);
        IWildberriesClient eager = wb.Client.With(new WildberriesCallOptions { ReopenRateLimit = true });
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => eager.BuyerChat.GetChatsAsync(Cancel));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task What_the_call_itself_was_answered_is_not_opened_again()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.TooManyRequests).Answer(HttpStatusCode.TooManyRequests);
        IWildberriesClient eager = wb.Client.With(new WildberriesCallOptions { ReopenRateLimit = true, MaxRateLimitWait = TimeSpan.Zero });
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => wb.Elapse(eager.Common.GetSellerInfoAsync(Cancel)));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task Whoever_opens_the_limit_goes_first_and_those_who_wait_ask_at_once()
    {
        var time = new FakeTimeProvider();
        var store = new InMemoryRateLimitStore(time);
        var limiter = new RequestRateLimiter(store, time);
        RateLimitBucket bucket = Buckets.Of("key", TimeSpan.FromSeconds(30), 1, 1, TimeSpan.Zero);
        await store.CloseAsync(bucket, TimeSpan.FromDays(30), Cancel);
        Task<RateLimitLease> first = Ask(limiter, bucket), second = Ask(limiter, bucket);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.False(first.IsCompleted);
        RateLimitLease lease = await limiter.ReopenAsync(bucket, TimeSpan.FromSeconds(65), Cancel);
        Assert.True(lease.Acquired);
        await lease.Permit!.Written(slowly: false);
        await ElapseAsync(time, TimeSpan.FromSeconds(31), () => first.IsCompleted);
        Assert.True((await first).Acquired);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task Who_is_about_to_sleep_when_the_limit_is_opened_does_not()
    {
        var time = new FakeTimeProvider();
        var store = new GatedStore(new InMemoryRateLimitStore(time));
        var limiter = new RequestRateLimiter(store, time);
        RateLimitBucket bucket = Buckets.Of("key", TimeSpan.FromSeconds(1), 2, 2, TimeSpan.Zero);
        await store.CloseAsync(bucket, TimeSpan.FromDays(30), Cancel);

        // The store has said "a month", and the caller does not know it yet.
        Task<RateLimitLease> waiting = Ask(limiter, bucket);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await limiter.ReopenAsync(bucket, TimeSpan.Zero, Cancel)).Acquired);
        store.Gate.SetResult();
        await ElapseAsync(time, TimeSpan.FromSeconds(3), () => waiting.IsCompleted);
        Assert.True((await waiting).Acquired);
    }

    [Fact]
    public async Task Another_process_looks_again_within_ten_minutes()
    {
        var time = new FakeTimeProvider();
        var store = new GatedStore(new InMemoryRateLimitStore(time));
        store.Gate.SetResult();
        RateLimitBucket bucket = Buckets.Of("key", TimeSpan.FromSeconds(1), 1, 1, TimeSpan.Zero);
        await store.CloseAsync(bucket, TimeSpan.FromDays(30), Cancel);
        Task<RateLimitLease> waiting = Ask(new RequestRateLimiter(store, time), bucket);
        await store.ReopenAsync(bucket, Cancel);
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await waiting).Acquired);
    }

    private static Task<RateLimitLease> Ask(RequestRateLimiter limiter, RateLimitBucket bucket) =>
        limiter.AcquireAsync(bucket, TimeSpan.FromDays(60), Cancel).AsTask();

    private static async Task ElapseAsync(FakeTimeProvider time, TimeSpan most, Func<bool> condition)
    {
        for (TimeSpan passed = TimeSpan.Zero; passed < most && !condition(); passed += TimeSpan.FromMilliseconds(100))
        {
            for (int i = 0; i < 100 && !condition(); i++)
                await Task.Yield();
            time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Answers the first one who asks only when the gate opens, with what was true before.</summary>
    private sealed class GatedStore(InMemoryRateLimitStore inner) : IRateLimitStore
    {
        private bool _isFirst = true;

        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default)
        {
            bool isFirst = _isFirst;
            _isFirst = false;
            TimeSpan wait = await inner.TryTakeAsync(bucket, cancellationToken);
            if (isFirst)
                await Gate.Task;
            return wait;
        }

        public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default) =>
            inner.ChargeAsync(bucket, requests, cancellationToken);

        public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default) =>
            inner.CloseAsync(bucket, duration, cancellationToken);

        public ValueTask ReopenAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default) => inner.ReopenAsync(bucket, cancellationToken);

        public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default) =>
            inner.ReportRemainingAsync(bucket, remaining, age, cancellationToken);

        public ValueTask ReportWrittenAsync(RateLimitBucket bucket, int unwritten, TimeSpan age, CancellationToken cancellationToken = default) =>
            inner.ReportWrittenAsync(bucket, unwritten, age, cancellationToken);
    }
}
