// <example>
using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;
// </example>

namespace Snippets;

#pragma warning disable IDE0065 // What is shown stands on top; what is not, here.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Testing;
#pragma warning restore IDE0065

public static class Readme
{
    public static async Task Example()
    {
        // <example>
        using var wb = WildberriesClient.Create(Environment.GetEnvironmentVariable("WB_TOKEN")!);
        var store = new FileStateStore("state");
        var options = new ChatEventStreamOptions { MaxOutage = TimeSpan.FromMinutes(30) };
        await foreach (ChatEvent e in wb.BuyerChat.StreamEventsAsync(store, "my-shop", options))
        {
            // The shop's automatic greeting is no answer, even where it has opened the chat.
            bool byBuyer = e.Sender == ChatSender.Client;
            if (byBuyer ? e.AddedAt < TimeProvider.System.GetUtcNow().AddHours(-1) : e.Sender != ChatSender.Seller || e.IsNewChat == true)
                continue;

            // Noted first and sent then: rather no answer than two.
            bool isFirst = (await store.TryWriteAsync("my-shop", $"answered {e.ChatId}", default, 0)).Succeeded;
            if (!isFirst || !byBuyer)
                continue;
            try
            {
                await wb.BuyerChat.SendAsync(e.ChatId, "Здравствуйте! Сейчас посмотрю.");
            }
            catch (WildberriesApiException problem)
            {
                Console.WriteLine(problem.Message);
            }
        }
        // </example>
    }

    public static void OneSeller(HostApplicationBuilder builder)
    {
        // <one-seller>
        builder.Services.AddWildberries(builder.Configuration.GetSection("Wildberries"));
        // </one-seller>
    }

    public static void SeveralSellers(HostApplicationBuilder builder, string toysToken, string booksToken)
    {
        // <several-sellers>
        builder.Services.AddWildberries()
            .AddSeller("toys", seller => seller.Token = toysToken)
            .AddSeller("books", seller => seller.Token = booksToken);
        // </several-sellers>
    }

    public static async Task RunTime(IWildberriesClientFactory factory, string token)
    {
        // <run-time>
        IWildberriesClient wb = factory.Create(token);
        // </run-time>
        await wb.Common.GetSellerInfoAsync();
    }

    public static void Script(string token)
    {
        // <script>
        using var wb = WildberriesClient.Create(token);
        // </script>
    }

    public static void TokenFacts(string text)
    {
        // <token>
        WildberriesToken token = WildberriesToken.Parse(text);
        if (!token.Allows(TokenCategory.BuyersChat))
            Console.WriteLine($"{token.Type} token, has {token.Categories}, until {token.ExpiresAt:d}");
        // </token>
    }

    public static void Quote()
    {
        // <quote>
        var stacking = new DiscountStacking();
        PriceQuote quote = stacking.Quote(new PriceInput { Price = 1000m, SellerDiscount = 30m, PromoCode = 10m });
        Console.WriteLine(quote);
        // </quote>
    }

    public static async Task Testing(IServiceCollection services)
    {
        // <testing>
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync();
        emulator.Chats.BuyerWrites("1:abc", "Пришёл не тот цвет");
        services.AddWildberries(options => options.UseEmulator(emulator));
        // </testing>
    }
}

// <keyed>
public sealed class ToysReport([FromKeyedServices("toys")] IWildberriesClient wb)
{
    public async Task<string?> WhoAsync() => (await wb.Common.GetSellerInfoAsync()).TradeMark;
}
// </keyed>
