using System.Globalization;
using System.Text;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

// Without a token: a WB emulator inside this process, with chats, a buyer who complains and answers, and WB's real limits.
// With WB_TOKEN set: WB itself, and nothing is written unless you say so: --send CHAT_ID.
Console.OutputEncoding = Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string? ownToken = Environment.GetEnvironmentVariable("WB_TOKEN") is { } own && !string.IsNullOrWhiteSpace(own) ? own : null;
int sendAt = Array.IndexOf(args, "--send");
string? sendTo = sendAt >= 0 ? args.ElementAtOrDefault(sendAt + 1) ?? "" : null;
if (ownToken is not null && sendTo is "")
{
    Console.Error.WriteLine("--send needs the id of the chat to write to: --send 1:1e265a58-a120-b178-008c-60af2460207c");
    return 2;
}

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

await using WildberriesEmulator? emulator = ownToken is null
    ? await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { Seed = true }, stop.Token)
    : null;
string tokenText = ownToken ?? emulator!.CreateToken();

Step("1. What may this token do?");
if (!WildberriesToken.TryParse(tokenText, out WildberriesToken? token))
{
    Console.Error.WriteLine("WB_TOKEN is not a WB token.");
    return 2;
}

Console.WriteLine($"   {token}");
Console.WriteLine($"   chat with buyers: {(token.Allows(TokenCategory.BuyersChat) ? "yes" : "no")}; writes: {(token.IsReadOnly ? "no" : "yes")}");

using var wb = WildberriesClient.Create(tokenText, options =>
{
    if (emulator is not null)
        options.UseEmulator(emulator);
    if (token.IsTest)
        options.Environment = WildberriesEnvironment.Sandbox;

    // A base token waits an hour between calls: this program would rather be told.
    options.MaxRateLimitWait = TimeSpan.FromSeconds(5);
});
Console.WriteLine(emulator is null ? "   talking to WB itself" : $"   talking to the emulator at {emulator.Address}");

try
{
    Step("2. Is the way to WB open?");
    PingResponse ping = await wb.BuyerChat.PingAsync(stop.Token);
    Console.WriteLine($"   buyer-chat-api: {ping.Status}");

    Step("3. Who is the seller?");
    SellerInfo seller = await wb.Common.GetSellerInfoAsync(stop.Token);
    Console.WriteLine($"   {seller.Name}, shop «{seller.TradeMark}»");

    Step("4. Which chats are there?");
    ChatsResponse chats = await wb.BuyerChat.GetChatsAsync(stop.Token);
    foreach (Chat chat in chats.Result.Take(8))
        Console.WriteLine($"   {chat.ClientName,-10} {Shorten(chat.LastMessage?.Text)}");
    Console.WriteLine($"   {chats.Result.Count} in all");

    Step("5. What happens in them? (events resume from a cursor; repeats are dropped)");
    var store = new InMemoryStateStore();
    var events = new ChatEventStream(wb.BuyerChat, store, "my-shop", new ChatEventStreamOptions { IdleDelay = TimeSpan.FromMilliseconds(500) });
    int past = 0;
    await foreach (ChatEvent chatEvent in events.ReadAvailableAsync(stop.Token))
    {
        if (past++ < 3)
            Print(chatEvent);
        if (emulator is null && past == 100)
            break;
    }

    Console.WriteLine($"   {past} events so far");

    // From here on the events are read live, by one reader that stays open: it knows what has been handled.
    await using IAsyncEnumerator<ChatEvent> live = events.ReadAllAsync(stop.Token).GetAsyncEnumerator(stop.Token);
    ChatEvent? complaint = null;
    if (emulator is not null)
    {
        emulator.Chats.BuyerWrites("1:quick-start", "Здравствуйте! Плед пришёл с затяжкой, очень расстроилась.", buyerName: "Марина");
        complaint = await NextFromBuyerAsync();
    }

    Step("6. What would a promo code of 10 % do to a price?");
    var stacking = new DiscountStacking();
    Console.WriteLine($"   {stacking.Quote(new PriceInput { Price = 1000m, SellerDiscount = 30m, PromoCode = 10m })}");
    PriceQuote blocked = stacking.Quote(new PriceInput { Price = 1000m, SellerDiscount = 50m, PromoCode = 10m });
    Console.WriteLine($"   {blocked}: {blocked.PromoCodeOutcome}, because the seller's discounts exceed 45 %");

    Step("7. Send the code to the buyer");
    string? chatId = emulator is not null ? complaint!.ChatId : sendTo;
    if (chatId is null)
    {
        Console.WriteLine("   not sent: give --send CHAT_ID to write to a buyer");
    }
    else
    {
        emulator?.Chats.OnSellerMessage(message => emulator.Chats.BuyerWrites(message.ChatId, "Спасибо большое, обязательно закажу ещё!"));
        var messenger = new ChatMessenger(wb.BuyerChat);
        if (complaint is not null)
            messenger.Remember(complaint);
        SendMessageResponse sent = await messenger.SendAsync(
            chatId,
            "Нам очень жаль! Промокод SORRY10 даёт скидку 10 % на любой наш товар. Действует до 30 ноября.",
            cancellationToken: stop.Token);
        Console.WriteLine($"   sent to chat {sent.Result?.ChatId}");
        if (emulator is not null)
            await NextFromBuyerAsync();
    }

    Step("8. Twelve calls at once: the limit is kept by waiting, not by a 429");
    DateTimeOffset begin = TimeProvider.System.GetUtcNow();
    await Task.WhenAll(Enumerable.Range(1, 12).Select(async number =>
    {
        IWildberriesClient told = wb.With(new WildberriesCallOptions
        {
            OnResponse = info => Console.WriteLine(
                $"   call {number,2}: {(int)info.StatusCode}, waited {info.RateLimitWait.TotalMilliseconds,4:0} ms, WB says {info.RateLimit.Remaining} left"),
        });
        await told.BuyerChat.GetChatsAsync(stop.Token);
    }));
    Console.WriteLine($"   12 calls in {(TimeProvider.System.GetUtcNow() - begin).TotalSeconds:0.0} s");

    Step("9. A call that the token may not make is refused before the network");
    if (emulator is not null)
    {
        using var content = WildberriesClient.Create(
            emulator.CreateToken(categories: TokenCategory.Content | TokenCategory.Prices),
            options => options.UseEmulator(emulator));
        try
        {
            await content.BuyerChat.GetChatsAsync(stop.Token);
        }
        catch (WildberriesAccessException exception)
        {
            Console.WriteLine($"   {exception.GetType().Name}: {exception.Message}");
        }
    }
    else
    {
        Console.WriteLine("   (shown on the emulator only: your own token got this far)");
    }

    Console.WriteLine();
    Console.WriteLine(emulator is null
        ? "Done."
        : $"Done: the emulator saw {emulator.Requests.All.Count} requests, {emulator.Requests.All.Count(r => r.Status == 429)} of them answered with 429.");
    return 0;

    async Task<ChatEvent> NextFromBuyerAsync()
    {
        while (await live.MoveNextAsync())
        {
            Print(live.Current);
            if (live.Current.Sender == ChatSender.Client)
                return live.Current;
        }

        throw new InvalidOperationException("The endless stream has ended.");
    }
}
catch (WildberriesRateLimitException exception)
{
    Console.Error.WriteLine($"   {exception.Message}");
    Console.Error.WriteLine("   A base token is allowed very few calls; try again later, or with a personal token.");
    return 1;
}
catch (WildberriesApiException exception)
{
    Console.Error.WriteLine($"   {exception.GetType().Name}: {exception.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("   Stopped.");
    return 1;
}

static void Step(string text)
{
    Console.WriteLine();
    Console.WriteLine(text);
}

static void Print(ChatEvent e) => Console.WriteLine($"   {e.AddedAt:HH:mm:ss} {e.Sender,-6} {e.ClientName,-10} {Shorten(e.Message?.Text)}");

static string Shorten(string? text) => text is null ? "" : text.Length <= 70 ? text : string.Concat(text.AsSpan(0, 69), "…");
