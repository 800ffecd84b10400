using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Redis;

namespace Snippets;

public static class ManyProcesses
{
    public static void Register(IServiceCollection services, IConfiguration configuration)
    {
        // <register>
        services.AddWildberries(configuration.GetSection("Wildberries"))
            .UseRedisRateLimits("localhost:6379");
        // </register>
    }

    public static void OwnConnection(IServiceCollection services, IConnectionMultiplexer connection)
    {
        // <own-connection>
        services.AddWildberries().UseRedisRateLimits(connection);
        // </own-connection>
    }

    public static void Registered(IServiceCollection services)
    {
        // <registered>
        services.AddWildberries().UseRedisRateLimits();
        // </registered>
    }

    public static void Choose(IServiceCollection services, string redis)
    {
        // <options>
        services.AddWildberries().UseRedisRateLimits(redis, options =>
        {
            options.KeyPrefix = "shop:wildberries";
            options.OutagePolicy = RedisOutagePolicy.CountLocally;
            options.Timeout = TimeSpan.FromSeconds(1);
        });
        // </options>
    }

    public static async Task Outage(Func<Task> call, Func<TimeSpan, Task> postpone)
    {
        // <outage>
        try
        {
            await call();
        }
        catch (WildberriesRateLimitStoreException)
        {
            await postpone(TimeSpan.FromSeconds(5));
        }
        // </outage>
    }
}
