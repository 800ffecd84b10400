using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.Redis.Tests;

/// <summary>What happens when Redis dies, hangs, forgets or comes back, with a real server that is really killed.</summary>
[Collection(nameof(RealTime))]
public sealed class OutageTests(ITestOutputHelper output)
{
    private const string Epoch = "{wildberries}:epoch";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly RateLimitBucket Slow = Buckets.Of("slow", Hour, 10, 9, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_Redis_calls_are_refused_before_the_network_and_they_go_on_when_it_is_back()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        await using RedisShop shop = await RedisShop.OpenAsync(TimeSpan.FromMilliseconds(10), 10);
        IWildberriesClient client = shop.Join(redis);
        await client.BuyerChat.GetChatsAsync(Cancel);
        redis.Kill();

        // Only the first one has patience with Redis; the others know.
        var clock = Stopwatch.StartNew();
        WildberriesRateLimitStoreException exception = null!;
        for (int call = 0; call < 20; call++)
            exception = await Assert.ThrowsAsync<WildberriesRateLimitStoreException>(() => client.BuyerChat.GetChatsAsync(Cancel));
        output.WriteLine($"20 calls in a row were refused in {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
        Assert.Null(exception.StatusCode);
        Assert.Equal("BuyerChat.GetChats was not sent: the store of the rate limits failed.", exception.Message);
        Assert.StartsWith("Redis, which holds the rate limits, has not answered for ", Assert.IsType<TimeoutException>(exception.InnerException).Message, StringComparison.Ordinal);
        Assert.Equal(1, shop.Emulator.Requests.Count(RedisShop.Chats));

        await redis.StartAgainAsync();
        clock.Restart();
        await EventuallyAsync(() => client.BuyerChat.GetChatsAsync(Cancel));
        output.WriteLine($"the first call went through {clock.Elapsed.TotalSeconds:0.0} s after the restart");
        shop.AssertNothingRefused();
    }

    [Fact]
    public async Task A_program_starts_without_Redis_and_works_once_it_is_there()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        redis.Kill();
        await using RedisShop shop = await RedisShop.OpenAsync(TimeSpan.FromMilliseconds(10), 10);
        IWildberriesClient client = shop.Join(redis, options => options.Timeout = Patience);
        await Assert.ThrowsAsync<WildberriesRateLimitStoreException>(() => client.BuyerChat.GetChatsAsync(Cancel));

        await redis.StartAgainAsync();
        await EventuallyAsync(() => client.BuyerChat.GetChatsAsync(Cancel));
        Assert.Equal(1, shop.Emulator.Requests.Count(RedisShop.Chats));
    }

    [Fact]
    public async Task A_restart_that_is_quick_enough_is_only_waited_for()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        await using RedisShop shop = await RedisShop.OpenAsync(TimeSpan.FromMilliseconds(10), 10);
        IWildberriesClient client = shop.Join(redis, options => options.Timeout = TimeSpan.FromSeconds(50));
        await client.BuyerChat.GetChatsAsync(Cancel);
        redis.Kill();
        Task[] calls = [.. Enumerable.Range(0, 5).Select(_ => client.BuyerChat.GetChatsAsync(Cancel))];
        await redis.StartAgainAsync();
        await Task.WhenAll(calls);
        shop.AssertNothingRefused();
    }

    [Fact]
    public async Task A_Redis_that_hangs_is_an_outage_too()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        using RedisRateLimitStore store = redis.CreateStore(new RedisRateLimitOptions { Timeout = Patience });
        Assert.True(await store.TryTakeAsync(Slow, Cancel) > TimeSpan.Zero);
        await redis.Database.ExecuteAsync("CLIENT", "PAUSE", "1500");
        await Assert.ThrowsAsync<TimeoutException>(() => store.TryTakeAsync(Slow, Cancel).AsTask());
        await EventuallyAsync(() => store.TryTakeAsync(Slow, Cancel).AsTask());
    }

    [Fact]
    public async Task During_an_outage_one_call_in_a_second_looks_whether_it_is_over_and_the_others_know_at_once()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        var time = new FakeTimeProvider();
        using RedisRateLimitStore store = redis.CreateStore(new RedisRateLimitOptions { Timeout = Patience }, time);
        await store.TryTakeAsync(Slow, Cancel);
        await redis.Database.ExecuteAsync("CLIENT", "PAUSE", "4000");
        Task first = store.TryTakeAsync(Slow, Cancel).AsTask();
        Assert.False(first.IsCompleted);
        time.Advance(Patience);
        await Assert.ThrowsAsync<TimeoutException>(() => first);

        // Nobody looks before a second is over.
        Assert.All(Calls(), call => Assert.True(call.IsFaulted));
        for (int trial = 0; trial < 3; trial++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            Task[] calls = Calls();
            Assert.Equal(1, calls.Count(call => !call.IsCompleted));
            Assert.All(Calls(), call => Assert.True(call.IsFaulted));
            time.Advance(Patience);
            foreach (Task call in calls)
                await Assert.ThrowsAsync<TimeoutException>(() => call);
        }

        Task[] Calls() => [.. Enumerable.Range(0, 10).Select(_ => store.TryTakeAsync(Slow, Cancel).AsTask())];
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_held_by_a_Redis_that_hangs()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        using RedisRateLimitStore store = redis.CreateStore(new RedisRateLimitOptions { Timeout = TimeSpan.FromMinutes(1) });
        await store.TryTakeAsync(Slow, Cancel);
        await redis.Database.ExecuteAsync("CLIENT", "PAUSE", "1500");
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.TryTakeAsync(Slow, gone.Token).AsTask());
        Assert.True(await store.TryTakeAsync(Slow, Cancel) > TimeSpan.Zero);
    }

    [Fact]
    public async Task Counted_locally_calls_go_on_from_an_empty_bucket_and_Redis_learns_of_it()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        var options = new RedisRateLimitOptions { Timeout = Patience, OutagePolicy = RedisOutagePolicy.CountLocally };
        using RedisRateLimitStore store = redis.CreateStore(options), other = redis.CreateStore();
        RateLimitBucket quick = Slow with { Key = "quick", Interval = TimeSpan.FromMilliseconds(50) };
        await store.TryTakeAsync(Slow, Cancel);
        redis.Kill();

        AssertAbout(Hour, await store.TryTakeAsync(Slow, Cancel));
        await UntilTakenAsync(store, quick);
        await store.CloseAsync(quick, Hour * 2, Cancel);
        AssertAbout(Hour * 2, await store.TryTakeAsync(quick, Cancel));

        await redis.StartAgainAsync();
        await EventuallyAsync(async () =>
        {
            await store.TryTakeAsync(quick, Cancel);
            Assert.True(await redis.Database.KeyExistsAsync("{wildberries}:quick"));
        });
        AssertAbout(Hour * 2, await other.TryTakeAsync(quick, Cancel));
    }

    [Fact]
    public async Task What_was_learned_during_an_outage_is_told_afterwards()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        using RedisRateLimitStore store = redis.CreateStore(new RedisRateLimitOptions { Timeout = Patience }), other = redis.CreateStore();
        RateLimitBucket fined = Slow with { Key = "fined" }, reported = Slow with { Key = "reported", Burst = 99, Capacity = 98 };
        await store.TryTakeAsync(Slow, Cancel);
        redis.Kill();
        await store.ChargeAsync(fined, 30, Cancel);
        await store.ReportRemainingAsync(reported, 0, TimeSpan.Zero, Cancel);

        await redis.StartAgainAsync();
        await EventuallyAsync(() => store.TryTakeAsync(fined, Cancel).AsTask());
        AssertAbout(Hour * 22, await other.TryTakeAsync(fined, Cancel));
        AssertAbout(Hour, await store.TryTakeAsync(reported, Cancel));
    }

    [Fact]
    public async Task The_pause_after_a_429_survives_a_Redis_that_forgets_it()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        using RedisRateLimitStore store = redis.CreateStore(), other = redis.CreateStore();
        await store.CloseAsync(Slow, Hour * 5, Cancel);
        AssertAbout(Hour * 5, await other.TryTakeAsync(Slow, Cancel));
        await redis.Database.ExecuteAsync("FLUSHALL");

        // The one who was told of it by WB tells Redis again.
        AssertAbout(Hour * 5, await store.TryTakeAsync(Slow, Cancel));
        AssertAbout(Hour * 5, await other.TryTakeAsync(Slow, Cancel));
    }

    [Fact]
    public async Task A_Redis_that_comes_back_with_an_old_snapshot_is_not_believed()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        using RedisRateLimitStore store = redis.CreateStore();
        string epoch = await redis.MakeOldAsync();

        // The bucket was full; the snapshot has it nearly so, but nothing is left in it.
        Assert.Equal(TimeSpan.Zero, await store.TryTakeAsync(Slow, Cancel));
        await redis.Database.ExecuteAsync("SAVE");
        for (int request = 0; request < 8; request++)
            Assert.Equal(TimeSpan.Zero, await store.TryTakeAsync(Slow, Cancel));
        redis.Kill();
        await redis.StartAgainAsync();

        await EventuallyAsync(async () => Assert.Equal(epoch, await redis.Database.StringGetAsync(Epoch)));
        AssertAbout(Hour, await store.TryTakeAsync(Slow, Cancel));
    }

    [Fact]
    public async Task A_server_whose_scripts_were_flushed_gets_the_script_again()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync();
        using RedisRateLimitStore store = redis.CreateStore();
        for (int round = 0; round < 3; round++)
        {
            Assert.True(await store.TryTakeAsync(Slow, Cancel) > TimeSpan.Zero);
            await redis.Database.ExecuteAsync("SCRIPT", "FLUSH");
        }
    }

    [Fact]
    public async Task A_cluster_keeps_all_keys_of_a_step_in_one_slot()
    {
        await using RedisServer redis = await RedisServer.StartNewAsync("--save", "", "--cluster-enabled", "yes");
        await redis.Database.ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        await EventuallyAsync(async () => Assert.Contains("cluster_state:ok", (string)(await redis.Database.ExecuteAsync("CLUSTER", "INFO"))!, StringComparison.Ordinal));
        using RedisRateLimitStore store = redis.CreateStore();
        foreach (string key in new[] { "one", "another", "{braces}" })
            AssertAbout(Hour, await store.TryTakeAsync(Slow with { Key = key }, Cancel));
    }

    private static void AssertAbout(TimeSpan expected, TimeSpan actual) =>
        Assert.InRange(actual, expected - TimeSpan.FromMinutes(2), expected + TimeSpan.FromSeconds(1));

    // Without a pause of its own: what is waited for is the store's and the connection's patience.
    private static async Task EventuallyAsync(Func<Task> action)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await action();
                return;
            }
            catch (Exception exception) when (exception is WildberriesRateLimitStoreException or TimeoutException or RedisException or Xunit.Sdk.XunitException
                && clock.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Yield();
            }
        }
    }

    private static async Task UntilTakenAsync(RedisRateLimitStore store, RateLimitBucket bucket)
    {
        while (await store.TryTakeAsync(bucket, Cancel) is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait + TimeSpan.FromMilliseconds(1), Cancel);
    }
}
