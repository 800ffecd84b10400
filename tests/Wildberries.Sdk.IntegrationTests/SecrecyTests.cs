using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Nothing that the SDK tells anybody holds a token, a client secret or what a buyer wrote.</summary>
[Collection(nameof(RealTime))]
public sealed class SecrecyTests(ITestOutputHelper output)
{
    private const string ChatsOperation = "GET /api/v1/seller/chats";
    private const string ClientSecret = "client-secret-9f27c1";
    private const string BuyerText = "Пришёл не тот цвет, очень жаль";
    private const string BuyerName = "Алевтина";
    private const string Answer = "Вот промокод SORRY10";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Logs_traces_metrics_exceptions_and_texts_hold_no_secret()
    {
        using var listener = new Listener();
        var told = new ConcurrentQueue<string>();
        await using Shop shop = await Shop.OpenAsync(
            clock: new FastClock(),
            sdk: (options, _) =>
            {
                options.ClientSecret = ClientSecret;
                options.IncludeSellerIdInTelemetry = true;
                options.Retry.MaxRetries = 1;
                options.Retry.BaseDelay = TimeSpan.FromMilliseconds(100);
                options.AttemptTimeout = TimeSpan.FromSeconds(10);
                options.BodyIdleTimeout = TimeSpan.FromSeconds(5);
            },
            services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(listener)));
        string token = shop.Emulator.CreateToken();
        string limited = shop.Emulator.CreateToken(categories: TokenCategory.Content, sellerId: Guid.NewGuid().ToString());
        var credentials = new WildberriesCredentials(token, ClientSecret);
        IWildberriesClient client = shop.Factory.Create(new Fixed(credentials))
            .With(new WildberriesCallOptions { OnResponse = info => told.Enqueue(info.ToString()) });
        told.Enqueue($"{credentials} {credentials.Token} {client}");
        shop.Emulator.Chats.BuyerWrites("1:a", BuyerText, BuyerName);
        string sign = shop.Emulator.Chats.Find("1:a")!.ReplySign;

        // What succeeds.
        ChatsResponse chats = await client.BuyerChat.GetChatsAsync(Cancel);
        Assert.Equal(BuyerText, chats.Result[0].LastMessage?.Text);
        told.Enqueue($"{chats} {chats.Result[0]} {chats.Result[0].LastMessage}");
        ChatEventsResponse events = await client.BuyerChat.GetEventsAsync(null, Cancel);
        told.Enqueue($"{events} {events.Result} {events.Result!.Events[0]} {events.Result.Events[0].Message}");
        SendMessageResponse sent = await client.BuyerChat.SendAsync("1:a", Answer, Cancel);
        told.Enqueue($"{sent} {sent.Result}");

        // What does not.
        Fault[] faults =
        [
            Fault.Status(500, $$"""{"title":"failed","detail":"for {{token}}"}"""),
            Fault.Status(
                400,
                $$"""{"title":"{{token}}","detail":"Bearer {{token}}","code":"{{token}}","errors":[{"field":"{{token}}"},"{{token}}"]}"""),
            Fault.Status(401, token, "text/plain"),
            Fault.Status(403, $"<html><title>{token}</title></html>", "text/html"),
            Fault.Status(200, $$"""{"result":"{{BuyerText}}"}"""),
            Fault.Status(200, $$"""{"result":{"clientName":"{{BuyerName}}","lastMessage":{"addTimestamp":"{{BuyerText}}" } } }"""),
            Fault.Status(200, $$"""{"result":[{"clientName":"{{BuyerName}}","lastMessage":{"text":"{{BuyerText}}" oops"""),
            Fault.Status(200, BuyerText, "text/plain"),
            Fault.MalformedJson,
            Fault.TruncatedBody,
            Fault.StallInBody,
            Fault.Reset,
            Fault.Delay(Timeout.InfiniteTimeSpan),
        ];
        foreach (Fault fault in faults)
        {
            shop.Emulator.Faults.Next(ChatsOperation, fault, times: 2);
            await FailAsync(told, () => client.BuyerChat.GetChatsAsync(Cancel));
            shop.Emulator.Faults.Clear();
        }

        shop.Emulator.Faults.Next("POST /api/v1/seller/message", Fault.Status(500).AfterOperation());
        await FailAsync(told, () => client.BuyerChat.SendMessageAsync(sign, Answer, cancellationToken: Cancel));
        await FailAsync(told, () => new ChatMessenger(client.BuyerChat).SendAsync("1:none", Answer, cancellationToken: Cancel));
        await FailAsync(told, () => new ChatMessenger(client.BuyerChat).SendBySignAsync(sign, new string('я', 1001), cancellationToken: Cancel));
        await FailAsync(told, () => shop.Factory.Create(limited).BuyerChat.GetChatsAsync(Cancel));
        await FailAsync(told, () => client.Common.GetJamSubscriptionAsync(Cancel));
        shop.Emulator.Faults.Next("GET /api/v1/seller-info", Fault.TooManyRequests(TimeSpan.FromHours(1)));
        await FailAsync(told, () => client.Common.GetSellerInfoAsync(Cancel));
        await FailAsync(told, () => client.Common.GetSellerInfoAsync(Cancel));
        shop.Emulator.RevokeToken(token);
        await FailAsync(told, () => client.BuyerChat.PingAsync(Cancel));

        string[] parts = token.Split('.'), limitedParts = limited.Split('.');
        (string Name, string Text)[] secrets =
        [
            ("token", token), ("payload", parts[1]), ("signature", parts[2]),
            ("other payload", limitedParts[1]), ("other signature", limitedParts[2]),
            ("start of the signature", parts[2][..24]), ("client secret", ClientSecret),
            ("buyer's text", BuyerText), ("buyer's name", BuyerName),
            ("answer", Answer), ("reply sign", sign),
        ];
        string[] everything = [.. listener.Everything(), .. told];
        output.WriteLine($"{listener.Logs.Count} log entries, {listener.Activities.Count} spans, "
            + $"{listener.Measurements.Count} measurements, {told.Count} texts");
        Assert.Empty(
            from secret in secrets
            from text in everything
            where text.Contains(secret.Text, StringComparison.Ordinal)
            select $"{secret.Name}: {text}");

        // The listening itself works.
        Assert.Contains(listener.Logs, log => log.Contains("BuyerChat.GetChats", StringComparison.Ordinal));
        Assert.Contains(listener.Activities, activity => activity.OperationName == "BuyerChat.SendMessage");
        Assert.Contains(listener.Measurements, measurement => Equals(measurement.Tag("wildberries.seller.id"), shop.Emulator.Seller.Id));
        Assert.Contains(everything, text => text.Contains("[redacted]", StringComparison.Ordinal));
    }

    private static async Task FailAsync(ConcurrentQueue<string> told, Func<Task> call)
    {
        Exception? exception = await Record.ExceptionAsync(call);
        Assert.NotNull(exception);
        told.Enqueue(exception.ToString());
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            told.Enqueue(inner.Message);
            foreach (System.Reflection.PropertyInfo property in inner.GetType().GetProperties())
            {
                object? value = property.GetValue(inner);
                told.Enqueue($"{property.Name} = {(value is IEnumerable<string> texts ? string.Join(", ", texts) : value)}");
            }
        }
    }

    private sealed class Fixed(WildberriesCredentials credentials) : IWildberriesCredentialsProvider
    {
        public ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => new(credentials);
    }
}
