using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Redis;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing.Contracts;

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

    public static void State(IServiceCollection services, IConfiguration configuration)
    {
        // <state>
        services.AddWildberries(configuration.GetSection("Wildberries"))
            .UseFileStateStore("/var/lib/my-shop/state");
        // </state>
    }

    public static async Task<int> Compare(IStateStore store, string sellerId, CancellationToken stop)
    {
        // <compare>
        while (true)
        {
            StoredState? state = await store.ReadAsync(sellerId, "answers-today", stop);
            int count = state is null ? 1 : BitConverter.ToInt32(state.Value.Span) + 1;
            StateWriteResult written = await store.TryWriteAsync(sellerId, "answers-today", BitConverter.GetBytes(count), state?.Version ?? 0, stop);
            if (written.Succeeded)
                return count;
        }
        // </compare>
    }

    public static async Task Contract(Func<ValueTask<IStateStore>> open)
    {
        // <contract>
        foreach (string name in StateStoreContract.Cases)
            await StateStoreContract.RunAsync(name, open);
        // </contract>
    }
}
