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
    public async Task A_limit_that_is_merely_used_up_stays_as_it_is()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Base));
        await wb.Client.BuyerChat.GetChatsAsync(Cancel);
        IWildberriesClient eager = wb.Client.With(new WildberriesCallOptions { ReopenRateLimit = true });
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => eager.BuyerChat.GetChatsAsync(Cancel));
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task Who_waits_for_the_limit_goes_when_it_is_opened()
    {
        var time = new FakeTimeProvider();
        var store = new InMemoryRateLimitStore(time);
        var limiter = new RequestRateLimiter(store, time);
        RateLimitBucket bucket = Buckets.Of("key", TimeSpan.FromSeconds(1), 1, 1, TimeSpan.Zero);
        await store.CloseAsync(bucket, TimeSpan.FromDays(30), Cancel);
        Task<RateLimitLease> first = limiter.AcquireAsync(bucket, TimeSpan.FromDays(60), Cancel).AsTask(), second = limiter.AcquireAsync(bucket, TimeSpan.FromDays(60), Cancel).AsTask();
        Assert.False(first.IsCompleted);
        await limiter.ReopenAsync(bucket, Cancel);
        Assert.True((await first).Acquired);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task Another_process_looks_again_within_ten_minutes()
    {
        var time = new FakeTimeProvider();
        var store = new InMemoryRateLimitStore(time);
        RateLimitBucket bucket = Buckets.Of("key", TimeSpan.FromSeconds(1), 1, 1, TimeSpan.Zero);
        await store.CloseAsync(bucket, TimeSpan.FromDays(30), Cancel);
        Task<RateLimitLease> waiting = new RequestRateLimiter(store, time).AcquireAsync(bucket, TimeSpan.FromDays(60), Cancel).AsTask();
        await store.ReopenAsync(bucket with { State = null }, Cancel);
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await waiting).Acquired);
    }
}
