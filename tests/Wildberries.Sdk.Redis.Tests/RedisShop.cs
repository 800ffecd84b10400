using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.Redis.Tests;

/// <summary>An emulator with one limit of the test's choice (for the list of chats), and containers of clients that count in Redis.</summary>
internal sealed class RedisShop : IAsyncDisposable
{
    public const string Chats = "GET /api/v1/seller/chats";

    private readonly RateLimit _limit;
    private readonly List<ServiceProvider> _containers = [];

    private RedisShop(WildberriesEmulator emulator, RateLimit limit)
    {
        Emulator = emulator;
        _limit = limit;
    }

    public WildberriesEmulator Emulator { get; }

    public static async Task<RedisShop> OpenAsync(TimeSpan interval, int burst)
    {
        var limit = new RateLimit(1, interval, burst);
        var options = new WildberriesEmulatorOptions { DecimalRetrySeconds = true };
        options.Operations.Add(WildberriesOperations.All.Single(operation => operation.Name == "BuyerChat.GetChats") with { RateLimits = [limit] });
        return new RedisShop(await WildberriesEmulator.StartAsync(options, TestContext.Current.CancellationToken), limit);
    }

    /// <summary>One more container: to Redis, it is one more process.</summary>
    public IWildberriesClient Join(RedisServer redis, Action<RedisRateLimitOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddWildberries(options =>
        {
            options.UseEmulator(Emulator);
            options.OverrideOperation<IBuyerChatApi>(nameof(IBuyerChatApi.GetChatsAsync), operation => operation with { RateLimits = [_limit] });
        }).UseRedisRateLimits(redis.Address, configure);
        _containers.Add(services.BuildServiceProvider());
        return _containers[^1].GetRequiredService<IWildberriesClient>();
    }

    public void AssertNothingRefused() =>
        Assert.All(Emulator.Requests.All, request => Assert.True(request.Status is 200 or null, request.ToString()));

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider container in _containers)
            await container.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
