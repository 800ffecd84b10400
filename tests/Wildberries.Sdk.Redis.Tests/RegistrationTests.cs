using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.Redis.Tests;

public sealed class RegistrationTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private static readonly RateLimitBucket Bucket = Buckets.Of("bucket", TimeSpan.FromHours(1), 10, 9, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_string_a_connection_and_a_registered_connection_lead_to_the_same_buckets()
    {
        RedisServer.OrSkip();
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(redis.Address);
        ServiceProvider[] containers =
        [
            new ServiceCollection().AddWildberries().UseRedisRateLimits(redis.Address, Configure).Services.BuildServiceProvider(),
            new ServiceCollection().AddWildberries().UseRedisRateLimits(connection, Configure).Services.BuildServiceProvider(),
            new ServiceCollection().AddSingleton<IConnectionMultiplexer>(connection).AddWildberries().UseRedisRateLimits(Configure).Services
                .BuildServiceProvider(),
        ];
        await containers[0].GetRequiredService<IRateLimitStore>().CloseAsync(Bucket, TimeSpan.FromHours(7), Cancel);
        foreach (ServiceProvider container in containers)
            Assert.True(await container.GetRequiredService<IRateLimitStore>().TryTakeAsync(Bucket, Cancel) > TimeSpan.FromHours(6));

        // A container closes the connection that it made, and no other.
        foreach (ServiceProvider container in containers.AsEnumerable().Reverse())
        {
            await container.DisposeAsync();
            Assert.True(connection.IsConnected);
        }

        static void Configure(RedisRateLimitOptions options) => options.KeyPrefix = "registration";
    }

    [Fact]
    public async Task A_connection_of_ones_own_is_closed_with_the_container()
    {
        RedisServer.OrSkip();
        await using (ServiceProvider container = new ServiceCollection().AddWildberries().UseRedisRateLimits($"{redis.Address},name=ours").Services
            .BuildServiceProvider())
        {
            await container.GetRequiredService<IRateLimitStore>().TryTakeAsync(Bucket, Cancel);
            Assert.Contains(await redis.Server.ClientListAsync(), client => client.Name == "ours");
        }

        while ((await redis.Server.ClientListAsync()).Any(client => client.Name == "ours"))
            Cancel.ThrowIfCancellationRequested();
    }

    [Theory]
    [InlineData("KeyPrefix", "", 2, RedisOutagePolicy.Refuse)]
    [InlineData("KeyPrefix", "a{b", 2, RedisOutagePolicy.Refuse)]
    [InlineData("KeyPrefix", "}", 2, RedisOutagePolicy.Refuse)]
    [InlineData("Timeout", "good", 0, RedisOutagePolicy.Refuse)]
    [InlineData("Timeout", "good", 61, RedisOutagePolicy.Refuse)]
    [InlineData("OutagePolicy", "good", 2, (RedisOutagePolicy)7)]
    public async Task A_bad_option_stops_the_program_at_its_start_and_is_named(string name, string prefix, int timeout, RedisOutagePolicy policy)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddWildberries().UseRedisRateLimits("localhost:1", options =>
        {
            options.KeyPrefix = prefix;
            options.Timeout = TimeSpan.FromSeconds(timeout);
            options.OutagePolicy = policy;
        });
        using IHost host = builder.Build();
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));
        Assert.StartsWith($"RedisRateLimitOptions.{name} must ", Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_connection_string_is_refused_at_once()
    {
        Wildberries.Sdk.DependencyInjection.IWildberriesBuilder builder = new ServiceCollection().AddWildberries();
        Assert.Throws<ArgumentException>(() => builder.UseRedisRateLimits(" "));
        Assert.Throws<ArgumentException>(() => builder.UseRedisRateLimits("localhost,noSuchSetting=1"));
        Assert.Throws<ArgumentNullException>(() => builder.UseRedisRateLimits((IConnectionMultiplexer)null!));
    }
}
