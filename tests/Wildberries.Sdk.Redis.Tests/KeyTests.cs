using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.Redis.Tests;

public sealed class KeyTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_hold_no_token_and_expire_but_for_the_epoch()
    {
        RedisServer.OrSkip();
        await using RedisShop shop = await RedisShop.OpenAsync(TimeSpan.FromMinutes(20), 5);
        IWildberriesClient client = shop.Join(redis, options => options.KeyPrefix = "keys");
        string token = shop.Emulator.CreateToken(), name = $"keys@{shop.Emulator.Address.Authority}";
        await redis.MakeOldAsync(name);
        await client.BuyerChat.GetChatsAsync(Cancel);
        await client.Common.GetSellerInfoAsync(Cancel);

        string[] keys = [.. redis.Server.Keys(pattern: "*keys*").Select(key => key.ToString()).Order(StringComparer.Ordinal)];
        string prefix = $"{{{name}}}:";
        Assert.All(keys, key => Assert.StartsWith(prefix, key, StringComparison.Ordinal));
        string epoch = Assert.Single(keys, key => key == prefix + "epoch");
        Assert.Null(await redis.Database.KeyTimeToLiveAsync(epoch));
        string proven = Assert.Single(keys, key => key.StartsWith(prefix + "proven:", StringComparison.Ordinal));
        Assert.Matches("^[0-9A-F]{32}$", proven[(prefix.Length + "proven:".Length)..]);
        Assert.InRange((await redis.Database.KeyTimeToLiveAsync(proven)).GetValueOrDefault(), TimeSpan.FromDays(179), TimeSpan.FromDays(180));
        string[] buckets = [.. keys.Where(key => key != epoch && key != proven)];
        Assert.Equal(2, buckets.Length);
        foreach (string key in buckets)
        {
            Assert.StartsWith($"{prefix}production:{shop.Emulator.Seller.Id}:personal:", key, StringComparison.Ordinal);
            Assert.InRange((await redis.Database.KeyTimeToLiveAsync(key)).GetValueOrDefault(), TimeSpan.Zero, TimeSpan.FromHours(1));
            Assert.Matches("^[0-9]+ [0-9]+ [0-9]+$", (string?)await redis.Database.StringGetAsync(key));
        }

        string everything = string.Join('\n', keys) + (string?)await redis.Database.StringGetAsync(epoch);
        foreach (string part in token.Split('.'))
            Assert.DoesNotContain(part, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processes_with_different_prefixes_do_not_meet()
    {
        RedisServer.OrSkip();
        using RedisRateLimitStore one = redis.CreateStore(new RedisRateLimitOptions { KeyPrefix = "one" });
        using RedisRateLimitStore other = redis.CreateStore(new RedisRateLimitOptions { KeyPrefix = "other" });
        RateLimiting.RateLimitBucket bucket = Buckets.Of("bucket", TimeSpan.FromHours(1), 10, 9, TimeSpan.Zero);
        await one.CloseAsync(bucket, TimeSpan.FromHours(7), Cancel);
        Assert.True(await one.TryTakeAsync(bucket, Cancel) > TimeSpan.FromHours(6));
        Assert.True(await other.TryTakeAsync(bucket, Cancel) <= TimeSpan.FromHours(1));
    }
}
