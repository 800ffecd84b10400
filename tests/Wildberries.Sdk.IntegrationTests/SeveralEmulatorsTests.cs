using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

public sealed class SeveralEmulatorsTests
{
    [Fact]
    public async Task Clients_without_a_container_share_the_limits_of_one_emulator_and_not_of_another()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using WildberriesEmulator first = await WildberriesEmulator.StartAsync(cancellationToken: cancellationToken);
        await using WildberriesEmulator second = await WildberriesEmulator.StartAsync(cancellationToken: cancellationToken);

        // A base token may list chats once an hour; both emulators have the same seller.
        await ChatsAsync(first);
        await ChatsAsync(second);
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => ChatsAsync(first));
        Assert.Equal((1, 1), (first.Requests.All.Count, second.Requests.All.Count));

        async Task ChatsAsync(WildberriesEmulator emulator)
        {
            using var wb = WildberriesClient.Create(emulator.CreateToken(TokenType.Base), options => options.UseEmulator(emulator));
            await wb.BuyerChat.GetChatsAsync(cancellationToken);
        }
    }
}
