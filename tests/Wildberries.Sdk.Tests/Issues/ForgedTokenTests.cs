using System.Net;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>Anybody can write a seller's id into a token. Until WB has taken the token, what WB refuses costs that seller nothing.</summary>
public sealed class ForgedTokenTests
{
    private static readonly string Own = TestTokens.Create(TokenType.Base);
    private static readonly string Forged = TestTokens.Create(TokenType.Base, TestTokens.AllCategories & ~TokenCategory.Content);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forged_token_takes_nothing_from_the_sellers_hourly_bucket()
    {
        using var wb = new FakeWildberries(Ten, token: Own);
        wb.Answer(HttpStatusCode.Unauthorized, headers: [("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", "3600")]).Answer(HttpStatusCode.OK, """{"result":[]}""");
        await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => ChatsAsync(wb, Forged));

        // At once, but for the distance that a bucket of one keeps.
        DateTimeOffset start = wb.Clock.GetUtcNow();
        await wb.Elapse(ChatsAsync(wb, Own), TimeSpan.FromMilliseconds(10));
        Assert.True(wb.Clock.GetUtcNow() - start < TimeSpan.FromSeconds(1));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task The_sellers_own_token_pays_for_its_401_once_WB_has_taken_it()
    {
        using var wb = new FakeWildberries(Ten, token: Own);
        wb.Answer(HttpStatusCode.OK, """{"result":[]}""").Answer(HttpStatusCode.Unauthorized);
        await ChatsAsync(wb, Own);
        wb.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        // Made anew for each call, as a vault's provider would: a token is known by its hash.
        await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => ChatsAsync(wb, Own));
        var limit = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => ChatsAsync(wb, Own));
        Assert.InRange(limit.RetryAfter!.Value, TimeSpan.FromHours(9), TimeSpan.FromHours(11));
        Assert.Equal(2, wb.Arrivals.Count);
    }

    [Fact]
    public async Task A_429_is_believed_whoever_asked()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 0, token: Own);
        wb.Answer(HttpStatusCode.TooManyRequests, headers: [("X-Ratelimit-Retry", "600")]);
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => ChatsAsync(wb, Forged));
        await Assert.ThrowsAsync<WildberriesRateLimitException>(() => ChatsAsync(wb, Own));
        Assert.Single(wb.Arrivals);
    }

    private static void Ten(WildberriesOptions options) =>
        options.OverrideOperation<IBuyerChatApi>(nameof(IBuyerChatApi.GetChatsAsync), operation => operation with { ClientErrorCost = 10 });

    private static Task<ChatsResponse> ChatsAsync(FakeWildberries wb, string token) =>
        ((IWildberriesClientFactory)wb.Services.GetService(typeof(IWildberriesClientFactory))!).Create(token).BuyerChat.GetChatsAsync(Cancel);
}
