using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Refit;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.RateLimiting;

// A user's program: references the packed packages, nothing else of the repository.
string framework = typeof(IWildberriesClient).Assembly.GetCustomAttributes(typeof(TargetFrameworkAttribute), false)
    .Cast<TargetFrameworkAttribute>().Single().FrameworkName;
int passed = 0;
Expect("the package has the framework's own build", framework.EndsWith(
#if NET10_0_OR_GREATER
    "v10.0",
#else
    "v8.0",
#endif
    StringComparison.Ordinal));
Expect("a price is quoted", new DiscountStacking().Quote(new PriceInput { Price = 1000m, SellerDiscount = 30m, PromoCode = 10m }).FinalPrice == 630m);

// {"s":512,"sid":"smoke","acc":3,"for":"self"}: a personal token with Buyers Chat.
const string Token = "eyJhbGciOiJub25lIn0.eyJzIjo1MTIsInNpZCI6InNtb2tlIiwiYWNjIjozLCJmb3IiOiJzZWxmIn0.c2ln";
Expect("a token is read", WildberriesToken.Parse(Token).Allows(TokenCategory.BuyersChat));

var services = new ServiceCollection();
services.AddWildberries(options =>
{
    options.Token = Token;
    options.UsePrimaryHandler(() => new Canned());
});
await using (ServiceProvider provider = services.BuildServiceProvider())
{
    ChatsResponse chats = await provider.GetRequiredService<IWildberriesClient>().BuyerChat.GetChatsAsync();
    Expect("chats are read through the pipeline", chats.Result.Single().ChatId == "1:a");
}

await using (ServiceProvider provider = services.AddWildberries().AddWildberriesApi<IOwnApi>(OwnJsonContext.Default).Services.BuildServiceProvider())
{
    Expect("an interface of one's own needs no other package", (await provider.GetRequiredService<IOwnApi>().GetAsync()).Count == 2);
}

#if NET10_0_OR_GREATER
await using (var emulator = await Wildberries.Sdk.Testing.WildberriesEmulator.StartAsync())
{
    emulator.Chats.BuyerWrites("1:b", "Здравствуйте!");
    using var wb = WildberriesClient.Create(emulator.CreateToken(), options => Wildberries.Sdk.Testing.WildberriesOptionsExtensions.UseEmulator(options, emulator));
    await wb.BuyerChat.SendAsync("1:b", "Добрый день!");
    Expect("the emulator gets the message", emulator.Chats.Sent.Single().Text == "Добрый день!");
}
#endif

Console.WriteLine($"{passed} passed, 0 failed");

void Expect(string what, bool holds)
{
    if (!holds)
        throw new InvalidOperationException($"Does not hold: {what}.");
    passed++;
}

[WildberriesApi("https://buyer-chat-api.wildberries.ru")]
internal interface IOwnApi
{
    [Get("/api/v1/own")]
    [Operation(TokenCategory.BuyersChat, OperationAccess.Read)]
    [RateLimit(10, 10, 10)]
    Task<Dictionary<string, JsonElement>> GetAsync(CancellationToken cancellationToken = default);
}

[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class OwnJsonContext : JsonSerializerContext;

internal sealed class Canned : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent("""{"result":[{"chatID":"1:a"}],"errors":null}"""),
        });
}
