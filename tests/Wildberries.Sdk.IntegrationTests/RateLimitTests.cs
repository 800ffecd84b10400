using System.Globalization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>The limiter, in real time, against the emulator's buckets, which are written from WB's description.</summary>
[Collection(nameof(RealTime))]
public sealed class RateLimitTests(ITestOutputHelper output)
{
    private const string Chats = "GET /api/v1/seller/chats";
    private const string Events = "GET /api/v1/seller/events";

    // A machine that stutters slows everybody down: the rate is to be reached in one of a few windows. No window may meet a 429.
    private const int Windows = 3;
    private const int BurstOneWindows = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(4);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Concurrent_callers_meet_no_429_and_lose_no_speed()
    {
        double worst = 0;
        for (int window = 1; window <= Windows && worst < 0.98; window++)
        {
            await using Shop shop = await Shop.OpenAsync(new Dictionary<string, Func<WildberriesOperation, WildberriesOperation>>
            {
                ["BuyerChat.GetChats"] = Shop.Limit(20, 1, 10),
                ["BuyerChat.GetEvents"] = Shop.Limit(5, 0.5, 5),
            });
            string first = Guid.NewGuid().ToString(), second = Guid.NewGuid().ToString();

            // Two clients of the first seller, with a token each, and one of the second: 52 and 26 callers at each bucket.
            IWildberriesClient[] clients =
            [
                shop.Factory.Create(shop.Emulator.CreateToken(sellerId: first)),
                shop.Factory.Create(shop.Emulator.CreateToken(sellerId: first)),
                shop.Factory.Create(shop.Emulator.CreateToken(sellerId: second)),
            ];
            await RunAsync(
                from client in clients
                from caller in Enumerable.Range(0, 26)
                from call in new Func<CancellationToken, Task>[]
                {
                    token => client.BuyerChat.GetChatsAsync(token),
                    token => client.BuyerChat.GetEventsAsync(null, token),
                }
                select call);

            AssertNothingRefused(shop);
            worst = new[]
            {
                Measure(shop, window, Chats, first, burst: 10, perSecond: 20),
                Measure(shop, window, Chats, second, burst: 10, perSecond: 20),
                Measure(shop, window, Events, first, burst: 5, perSecond: 10),
                Measure(shop, window, Events, second, burst: 5, perSecond: 10),
            }.Min();
        }

        Assert.InRange(worst, 0.98, 1.02);
    }

    [Fact]
    public async Task With_a_burst_of_one_only_the_padding_is_lost()
    {
        double reached = 0;
        for (int window = 1; window <= BurstOneWindows && reached < 0.98; window++)
        {
            await using Shop shop = await Shop.OpenAsync(new Dictionary<string, Func<WildberriesOperation, WildberriesOperation>>
            {
                ["BuyerChat.GetChats"] = Shop.Limit(5, 1, 1),
            });

            // The first request of a process compiles the way it takes, on both sides, for longer than the interval of this bucket.
            await shop.Factory.Create(shop.Emulator.CreateToken(sellerId: Guid.NewGuid().ToString())).BuyerChat.GetChatsAsync(Cancel);
            shop.Emulator.Requests.Clear();
            string[] sellers = [Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), Guid.NewGuid().ToString()];
            await RunAsync(
                from seller in sellers
                let client = shop.Factory.Create(shop.Emulator.CreateToken(sellerId: seller))
                from caller in Enumerable.Range(0, 20)
                select (Func<CancellationToken, Task>)(token => client.BuyerChat.GetChatsAsync(token)));

            // At burst 1 the padding of 20 ms is all there is: where the machine itself stands still for longer, requests arrive closer than
            // they were sent, and the window says nothing of the limiter.
            int refused = shop.Emulator.Requests.All.Count(request => request.Status == 429);
            if (refused > 0)
            {
                output.WriteLine($"window {window}: {refused} refused, measured again");
                continue;
            }

            reached = sellers.Select(seller => Measure(shop, window, Chats, seller, burst: 1, perSecond: 1 / 0.220)).Average();
        }

        Assert.InRange(reached, 0.98, 1.02);
    }

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

        output.WriteLine($"3 calls took {attempts} attempts");
        Assert.InRange(attempts, 4, 9);
        Assert.Equal(attempts + 6, shop.Emulator.Requests.Count(Chats));
    }

    [Fact]
    public async Task A_4XX_that_costs_ten_leads_to_no_429()
    {
        await using Shop shop = await Shop.OpenAsync(new Dictionary<string, Func<WildberriesOperation, WildberriesOperation>>
        {
            ["BuyerChat.GetEvents"] = Shop.Limit(40, 1, 12, clientErrorCost: 10),
        });
        for (int round = 0; round < 4; round++)
        {
            // WB takes no cursor of zero.
            await Assert.ThrowsAsync<WildberriesBadRequestException>(() => shop.Client.BuyerChat.GetEventsAsync(0, Cancel));
            await shop.Client.BuyerChat.GetEventsAsync(null, Cancel);
            await shop.Client.BuyerChat.GetEventsAsync(null, Cancel);
        }

        IReadOnlyList<LoggedRequest> log = shop.Emulator.Requests.Of(Events);
        Assert.Equal(Enumerable.Repeat<int?[]>([400, 200, 200], 4).SelectMany(round => round), log.Select(request => request.Status));

        // Twelve at once, then one each 25 ms: four rounds of twelve are not to be had faster.
        Assert.True(log[^1].Time - log[0].Time >= TimeSpan.FromMilliseconds(25 * (48 - 12 - 1)), $"{log[^1].Time - log[0].Time}");
    }

    private static async Task RunAsync(IEnumerable<Func<CancellationToken, Task>> callers)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        stop.CancelAfter(Window);
        await Task.WhenAll(callers.Select(async call =>
        {
            try
            {
                while (true)
                    await call(stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The window is over.
            }
        }));
    }

    private static void AssertNothingRefused(Shop shop)
    {
        // Null: what was on its way when the window closed.
        Assert.All(shop.Emulator.Requests.All, request => Assert.True(request.Status is 200 or null, request.ToString()));
    }

    /// <summary>The rate after the initial burst, as a part of the ideal one.</summary>
    private double Measure(Shop shop, int window, string operation, string seller, int burst, double perSecond)
    {
        DateTimeOffset[] times =
        [
            .. shop.Emulator.Requests.Of(operation).Where(request => request.SellerId == seller).Select(request => request.Time).Order(),
        ];
        Assert.True(times.Length > burst + 5, $"only {times.Length} requests");
        double rate = (times.Length - burst) / (times[^1] - times[burst - 1]).TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"window {window}, {operation}, burst {burst}: {times.Length} requests, "
            + $"{rate:0.000} per second sustained, {rate / perSecond:P2} of {perSecond:0.000}"));
        return rate / perSecond;
    }

    private static async Task TakeAsync(WildberriesEmulator emulator, string token, int count)
    {
        using var other = new HttpClient(new SocketsHttpHandler()) { BaseAddress = emulator.Address };
        other.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);
        for (int i = 0; i < count; i++)
            (await other.GetAsync("buyer-chat-api/api/v1/seller/chats", Cancel)).Dispose();
    }
}
