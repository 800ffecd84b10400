using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>
/// The limiter, in real time, against the emulator's buckets, which are written from WB's description. What rates it reaches is shown in simulated time
/// (<c>LimiterSimulationTests</c>), and over sockets by <see cref="LimiterSoakTests"/>.
/// </summary>
[Collection(nameof(RealTime))]
public sealed class RateLimitTests(ITestOutputHelper output)
{
    private const string Chats = "GET /api/v1/seller/chats";
    private const string Events = "GET /api/v1/seller/events";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_program_on_the_same_bucket_is_noticed_by_what_WB_has_left()
    {
        await using Shop shop = await Shop.OpenAsync(
            new Dictionary<string, Func<WildberriesOperation, WildberriesOperation>> { ["BuyerChat.GetChats"] = Shop.Limit(10, 1, 10) },
            options => options.DecimalRetrySeconds = true);
        string token = shop.Emulator.CreateToken();
        IWildberriesClient client = shop.Factory.Create(token);

        await TakeAsync(shop.Emulator, token, 8);
        await client.BuyerChat.GetChatsAsync(Cancel);
        await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => client.BuyerChat.GetChatsAsync(Cancel)));

        // Blind, nine at once would meet seven or eight refusals. One or two can remain: WB counts whole requests, and rounds down.
        int refused = shop.Emulator.Requests.Of(Chats).Count(request => request.Status == 429);
        output.WriteLine($"{refused} of the SDK's requests were refused after the other program's 8");
        Assert.InRange(refused, 0, 2);
    }

    [Fact]
    public async Task Callers_do_not_see_the_429s_that_another_program_brings_about()
    {
        await using Shop shop = await Shop.OpenAsync(
            new Dictionary<string, Func<WildberriesOperation, WildberriesOperation>> { ["BuyerChat.GetChats"] = Shop.Limit(5, 1, 5) },
            options => options.DecimalRetrySeconds = true);
        string token = shop.Emulator.CreateToken();
        int attempts = 0;
        IWildberriesClient client = shop.Factory.Create(token).With(new WildberriesCallOptions
        {
            OnResponse = info => Interlocked.Add(ref attempts, info.Attempts),
        });

        // The bucket is empty, and the SDK cannot know.
        await TakeAsync(shop.Emulator, token, 6);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.BuyerChat.GetChatsAsync(Cancel)));

        // A machine that stands still lets the bucket fill up in between: then fewer are refused.
        int refused = shop.Emulator.Requests.Of(Chats).Skip(6).Count(request => request.Status == 429);
        output.WriteLine($"3 calls took {attempts} attempts");
        Assert.InRange(attempts, 3, 9);
        Assert.Equal(3 + refused, attempts);
        Assert.Equal(attempts + 6, shop.Emulator.Requests.Count(Chats));
    }

    [Fact]
    public async Task A_4XX_that_costs_ten_leads_to_no_429()
    {
        await using Shop shop = await Shop.OpenAsync(new Dictionary<string, Func<WildberriesOperation, WildberriesOperation>>
        {
            ["BuyerChat.GetEvents"] = Shop.Limit(10, 1, 12, clientErrorCost: 10),
        });
        for (int round = 0; round < 3; round++)
        {
            // WB takes no cursor of zero.
            await Assert.ThrowsAsync<WildberriesBadRequestException>(() => shop.Client.BuyerChat.GetEventsAsync(0, Cancel));
            await shop.Client.BuyerChat.GetEventsAsync(null, Cancel);
            await shop.Client.BuyerChat.GetEventsAsync(null, Cancel);
        }

        IReadOnlyList<LoggedRequest> log = shop.Emulator.Requests.Of(Events);
        Assert.Equal(Enumerable.Repeat<int?[]>([400, 200, 200], 3).SelectMany(round => round), log.Select(request => request.Status));

        // Twelve at once, then one each 100 ms: three rounds of twelve are not to be had faster.
        Assert.True(log[^1].Time - log[0].Time >= TimeSpan.FromMilliseconds(100 * (36 - 12 - 1)), $"{log[^1].Time - log[0].Time}");
    }

    private static async Task TakeAsync(WildberriesEmulator emulator, string token, int count)
    {
        using var other = new HttpClient(new SocketsHttpHandler()) { BaseAddress = emulator.Address };
        other.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);
        for (int i = 0; i < count; i++)
            (await other.GetAsync("buyer-chat-api/api/v1/seller/chats", Cancel)).Dispose();
    }
}
