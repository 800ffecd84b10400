using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wildberries.Sdk;
using Wildberries.Sdk.DependencyInjection;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the state of the rate limits in Redis.</summary>
public static class WildberriesRedisBuilderExtensions
{
    /// <summary>
    /// Lets all processes that use one Redis share each seller's limits, and the pause after a 429. The connection is the store's own; it is made with the
    /// first call, and a program starts without Redis too.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">Where Redis is, as StackExchange.Redis reads it: <c>localhost:6379</c>, <c>redis.local:6380,ssl=true,password=…</c>.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The configuration is empty or cannot be read.</exception>
    public static IWildberriesBuilder UseRedisRateLimits(
        this IWildberriesBuilder builder, string configuration, Action<RedisRateLimitOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        ConfigurationOptions parsed = RedisConnection.Parse(configuration);
        return builder.UseRedis(_ => new RedisConnection(parsed), configure);
    }

    /// <summary>Shares the limits through a connection of the program's, which the program closes.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The same builder.</returns>
    public static IWildberriesBuilder UseRedisRateLimits(
        this IWildberriesBuilder builder, IConnectionMultiplexer connection, Action<RedisRateLimitOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return builder.UseRedis(_ => new RedisConnection(connection), configure);
    }

    /// <summary>Shares the limits through the <see cref="IConnectionMultiplexer"/> that is registered with the services.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The same builder.</returns>
    public static IWildberriesBuilder UseRedisRateLimits(this IWildberriesBuilder builder, Action<RedisRateLimitOptions>? configure = null) =>
        builder.UseRedis(provider => new RedisConnection(provider.GetRequiredService<IConnectionMultiplexer>()), configure);

    private static IWildberriesBuilder UseRedis(
        this IWildberriesBuilder builder, Func<IServiceProvider, RedisConnection> connect, Action<RedisRateLimitOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        OptionsBuilder<RedisRateLimitOptions> options = builder.Services.AddOptions<RedisRateLimitOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisRateLimitOptions>, RedisRateLimitOptionsValidator>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IRateLimitStore>(provider =>
        {
            RedisRateLimitOptions settings = provider.GetRequiredService<IOptions<RedisRateLimitOptions>>().Value;
            Uri? emulator = provider.GetRequiredService<IOptions<WildberriesOptions>>().Value.EmulatorAddress;
            return new RedisRateLimitStore(
                connect(provider),
                emulator is null ? settings.KeyPrefix : $"{settings.KeyPrefix}@{emulator.Authority}",
                settings,
                provider.GetService<TimeProvider>() ?? TimeProvider.System,
                provider.GetService<ILoggerFactory>()?.CreateLogger("Wildberries.Sdk.Redis") ?? NullLogger.Instance);
        }));
        return builder;
    }
}
