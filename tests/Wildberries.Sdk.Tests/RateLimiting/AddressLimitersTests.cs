using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.RateLimiting;

public sealed class AddressLimitersTests
{
    private readonly AddressLimiters _limiters = new(() => new RequestRateLimiter(new InMemoryRateLimitStore(TimeProvider.System), new FakeTimeProvider()));

    [Fact]
    public void Clients_of_one_address_share_its_limits_as_long_as_one_of_them_lives()
    {
        RequestRateLimiter first = _limiters.Take("127.0.0.1:5000", out IDisposable one);
        Assert.Same(first, _limiters.Take("127.0.0.1:5000", out IDisposable two));
        Assert.NotSame(first, _limiters.Take("127.0.0.1:5001", out _));
        one.Dispose();
        one.Dispose();
        Assert.Same(first, _limiters.Take("127.0.0.1:5000", out IDisposable three));
        two.Dispose();
        three.Dispose();
        RequestRateLimiter next = _limiters.Take("127.0.0.1:5000", out IDisposable four);
        Assert.NotSame(first, next);

        // What is given back late does not end what came after it.
        two.Dispose();
        Assert.Same(next, _limiters.Take("127.0.0.1:5000", out _));
        four.Dispose();
        GC.KeepAlive(first);
    }

    [Fact]
    public void Limits_of_clients_that_are_forgotten_are_dropped()
    {
        for (int port = 1; port <= 100; port++)
            Forget($"127.0.0.1:{port}");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.InRange(_limiters.Count, 0, 1);
    }

    [Fact]
    public async Task A_client_of_the_next_server_at_an_address_does_not_wait_for_the_limits_of_the_last_one()
    {
        var closed = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("") };
        closed.Headers.Add("X-Ratelimit-Retry", "3600");
        string token = TestTokens.Create(sellerId: Guid.NewGuid().ToString());
        var address = new Uri($"http://127.0.0.1:1/{Guid.NewGuid():N}/");
        using (WildberriesClient first = Connect(ScriptedHandler.Answer(closed)))
        {
            await Assert.ThrowsAsync<WildberriesRateLimitException>(() => first.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
            using WildberriesClient beside = Connect();
            await Assert.ThrowsAsync<WildberriesRateLimitException>(() => beside.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        }

        using WildberriesClient next = Connect(ScriptedHandler.Answer(200, """{"name":"Next"}"""));
        Assert.Equal("Next", (await next.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)).Name);

        WildberriesClient Connect(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] script) => WildberriesClient.Create(token, options =>
        {
            options.EmulatorAddress = address;
            options.Retry.MaxRetries = 0;
            options.MaxRateLimitWait = TimeSpan.Zero;
            options.UsePrimaryHandler(() => new ScriptedHandler(script));
        });
    }

    [Fact]
    public async Task A_client_that_could_not_be_made_does_not_keep_the_limits_of_its_address()
    {
        var closed = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("") };
        closed.Headers.Add("X-Ratelimit-Retry", "3600");
        string token = TestTokens.Create(sellerId: Guid.NewGuid().ToString());
        WildberriesClient first = Connect(() => new ScriptedHandler(ScriptedHandler.Answer(closed)));
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => first.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken));
        Assert.Throws<InvalidTimeZoneException>(() => Connect(() => throw new InvalidTimeZoneException("no handler")));
        first.Dispose();
        using WildberriesClient next = Connect(() => new ScriptedHandler(ScriptedHandler.Answer(200, """{"name":"Next"}""")));
        Assert.Equal("Next", (await next.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)).Name);
        GC.KeepAlive(first);

        WildberriesClient Connect(Func<HttpMessageHandler> handler) => WildberriesClient.Create(token, options =>
        {
            options.EmulatorAddress = new Uri("http://127.0.0.1:2/");
            options.Retry.MaxRetries = 0;
            options.MaxRateLimitWait = TimeSpan.Zero;
            options.UsePrimaryHandler(handler);
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Forget(string address) => _limiters.Take(address, out _);
}
