using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Worker;

/// <summary>
/// Many callers of one operation whose limit is in Redis. Says "ready" when it has made a call for a seller of its own; a line "go" starts the callers,
/// the end of the input stops them. Settings: emulator, redis, token, warmup (the other seller's token), callers, interval (milliseconds), burst; clock: by how many
/// seconds its clock is off; hold: it reserves a request and never sends it.
/// </summary>
internal static class Callers
{
    public static async Task<int> RunAsync(Dictionary<string, string> settings)
    {
        bool holds = settings.ContainsKey("hold");
        var services = new ServiceCollection();
        if (settings.ContainsKey("clock"))
            services.AddSingleton<TimeProvider>(new OffClock(TimeSpan.FromSeconds(Number("clock"))));
        services.AddWildberries(options =>
        {
            options.EmulatorAddress = new Uri(settings["emulator"]);
            options.Token = settings["token"];
            options.MaxRateLimitWait = TimeSpan.FromHours(1);
            if (holds)
                options.UsePrimaryHandler(() => new HoldingHandler());
            options.OverrideOperation<IBuyerChatApi>(nameof(IBuyerChatApi.GetChatsAsync), operation => operation with
            {
                RateLimits = [new RateLimit(1, TimeSpan.FromMilliseconds(Number("interval")), Number("burst"))],
            });
        }).UseRedisRateLimits(settings["redis"]);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var wb = provider.GetRequiredService<IWildberriesClient>();

        // What the machine compiles with the first call is not what is measured.
        if (!holds)
            await provider.GetRequiredService<IWildberriesClientFactory>().Create(settings["warmup"]).BuyerChat.GetChatsAsync();
        Console.WriteLine("ready");
        await Input.LineAsync();

        using var stop = new CancellationTokenSource();
        int answered = 0, refused = 0;
        Task<TimeSpan> stalling = StallAsync(stop.Token);
        Task[] callers = [.. Enumerable.Range(0, Number("callers")).Select(_ => CallAsync())];
        await Input.EndAsync();
        await stop.CancelAsync();
        await Task.WhenAll(callers);
        TimeSpan stalled = await stalling;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answered={answered} refused={refused} stalled={stalled.TotalMilliseconds:0}"));
        return 0;

        int Number(string name) => int.Parse(settings[name], CultureInfo.InvariantCulture);

        async Task CallAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    await wb.BuyerChat.GetChatsAsync(stop.Token);
                    Interlocked.Increment(ref answered);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    return;
                }
                catch (WildberriesRateLimitStoreException)
                {
                    // Redis is out of reach, and nothing was sent: later.
                    Interlocked.Increment(ref refused);
                    await Task.Delay(50, CancellationToken.None);
                }
            }
        }
    }

    /// <summary>How long this process stood still at the worst: a request that has its permit is not sent meanwhile, whatever the limiter does.</summary>
    private static async Task<TimeSpan> StallAsync(CancellationToken stop)
    {
        TimeSpan longest = TimeSpan.Zero, step = TimeSpan.FromMilliseconds(10);
        while (!stop.IsCancellationRequested)
        {
            long before = TimeProvider.System.GetTimestamp();
            await Task.Delay(step, CancellationToken.None);
            TimeSpan late = TimeProvider.System.GetElapsedTime(before) - step;
            longest = late > longest ? late : longest;
        }

        return longest;
    }
}
