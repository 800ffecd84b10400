using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What an operator sees of a call.</summary>
[Collection(nameof(RealTime))]
public sealed class TelemetryTests
{
    private const string Chats = "GET /api/v1/seller/chats";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_with_a_wait_and_a_repeat_yields_one_span_and_its_measurements()
    {
        using var listener = new Listener("Wildberries.Sdk");
        await using Shop shop = await OpenAsync(listener);
        await shop.Client.BuyerChat.GetChatsAsync(Cancel);
        Clear(listener);

        shop.Emulator.Faults.Next(Chats, Fault.Html(502));
        await shop.Client.BuyerChat.GetChatsAsync(Cancel);

        Activity span = Assert.Single(listener.Activities);
        Assert.Equal(("BuyerChat.GetChats", ActivityKind.Client, ActivityStatusCode.Unset), (span.OperationName, span.Kind, span.Status));
        Assert.Equal("BuyerChat.GetChats", span.GetTagItem("wildberries.operation"));
        Assert.Equal("buyer-chat-api.wildberries.ru", span.GetTagItem("server.address"));
        Assert.Equal(shop.Emulator.Address.Port, span.GetTagItem("server.port"));
        Assert.Equal("GET", span.GetTagItem("http.request.method"));
        Assert.Equal("/api/v1/seller/chats", span.GetTagItem("url.template"));
        Assert.Equal(200, span.GetTagItem("http.response.status_code"));
        Assert.Equal(2, span.GetTagItem("wildberries.attempts"));
        Assert.InRange(Assert.IsType<double>(span.GetTagItem("wildberries.rate_limit.wait")), 1, 60);
        Assert.Null(span.GetTagItem("error.type"));
        Assert.Null(span.GetTagItem("wildberries.seller.id"));

        Listener.Measurement duration = Assert.Single(Of(listener, "wildberries.client.call.duration"));
        Assert.InRange(duration.Value, 1, 60);
        Assert.Equal((200, (object?)null), (duration.Tag("http.response.status_code"), duration.Tag("error.type")));
        Listener.Measurement[] waits = Of(listener, "wildberries.client.rate_limit.wait");
        Assert.Equal(2, waits.Length);
        Assert.Equal(Assert.IsType<double>(span.GetTagItem("wildberries.rate_limit.wait")), waits.Sum(wait => wait.Value), 6);
        Listener.Measurement retry = Assert.Single(Of(listener, "wildberries.client.retries"));
        Assert.Equal((1, "502"), (retry.Value, retry.Tag("error.type")));
        Assert.Equal(2, Of(listener, "wildberries.client.rate_limit.remaining").Length);
        Assert.Empty(Of(listener, "wildberries.client.rate_limit.exceeded"));
        Assert.Empty(Of(listener, "wildberries.client.refusals"));
        Assert.All(listener.Measurements, measurement =>
        {
            Assert.Equal("BuyerChat.GetChats", measurement.Tag("wildberries.operation"));
            Assert.Equal("buyer-chat-api.wildberries.ru", measurement.Tag("server.address"));
        });
        Assert.Contains(listener.Logs, log => log.Contains("is repeated (502), repeat 1", StringComparison.Ordinal));
        Assert.Contains(listener.Logs, log => log.Contains("waited", StringComparison.Ordinal));
        Assert.Contains(
            listener.Logs, log => log.StartsWith("Debug Wildberries.Sdk BuyerChat.GetChats was answered with 200 in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_429_is_counted_and_warned_of()
    {
        using var listener = new Listener("Wildberries.Sdk");
        await using Shop shop = await OpenAsync(listener);
        shop.Emulator.Faults.Next(Chats, Fault.TooManyRequests(TimeSpan.FromHours(2)));
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => shop.Client.BuyerChat.GetChatsAsync(Cancel));

        Assert.Equal(1, Assert.Single(Of(listener, "wildberries.client.rate_limit.exceeded")).Value);
        Assert.Empty(Of(listener, "wildberries.client.retries"));
        Activity span = Assert.Single(listener.Activities);
        Assert.Equal((ActivityStatusCode.Error, "429"), (span.Status, span.GetTagItem("error.type")));
        Assert.Equal(429, span.GetTagItem("http.response.status_code"));
        string warning = Assert.Single(listener.Logs, log => log.Contains("closed for 7200 s", StringComparison.Ordinal));
        Assert.StartsWith("Warning", warning, StringComparison.Ordinal);

        // The next call is refused by the SDK itself.
        Clear(listener);
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => shop.Client.BuyerChat.GetChatsAsync(Cancel));
        Assert.Equal("rate_limit", Assert.Single(Of(listener, "wildberries.client.refusals")).Tag("wildberries.refusal.reason"));
        Assert.Equal(nameof(WildberriesRateLimitException), Assert.Single(listener.Activities).GetTagItem("error.type"));
        Assert.Equal(1, shop.Emulator.Requests.Count(Chats));
    }

    [Fact]
    public async Task A_refusal_for_lack_of_a_category_is_counted()
    {
        using var listener = new Listener("Wildberries.Sdk");
        await using Shop shop = await OpenAsync(listener);
        IWildberriesClient client = shop.Factory.Create(shop.Emulator.CreateToken(categories: TokenCategory.Content));
        await Assert.ThrowsAsync<WildberriesAccessException>(() => client.BuyerChat.GetChatsAsync(Cancel));

        Assert.Equal("access", Assert.Single(Of(listener, "wildberries.client.refusals")).Tag("wildberries.refusal.reason"));
        Activity span = Assert.Single(listener.Activities);
        Assert.Equal((ActivityStatusCode.Error, 0), (span.Status, span.GetTagItem("wildberries.attempts")));
        Assert.Empty(shop.Emulator.Requests.All);
    }

    // The emulator's bucket is wide open here: the SDK waits for its own, whose limit a fast clock must not make it break.
    private static Task<Shop> OpenAsync(Listener listener) => Shop.OpenAsync(
        clock: new FastClock(),
        emulator: options => options.Operations.Add(
            Shop.Limit(1000, 1, 1000)(WildberriesOperations.All.Single(operation => operation.Name == "BuyerChat.GetChats"))),
        sdk: (options, _) =>
        {
            options.OverrideOperation<IBuyerChatApi>(
                nameof(IBuyerChatApi.GetChatsAsync),
                operation => operation with { RateLimits = [new RateLimit(1, TimeSpan.FromSeconds(2), 1)] });
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(100);
        },
        services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(listener)));

    private static Listener.Measurement[] Of(Listener listener, string name) =>
        [.. listener.Measurements.Where(measurement => measurement.Name == name)];

    private static void Clear(Listener listener)
    {
        listener.Activities.Clear();
        listener.Measurements.Clear();
        listener.Logs.Clear();
    }
}
