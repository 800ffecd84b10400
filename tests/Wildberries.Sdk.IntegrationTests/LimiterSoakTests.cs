using System.Diagnostics;
using System.Globalization;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>
/// The limiter over real sockets against buckets written from WB's description, side by side: bursts of 1 to 10, connections that take up to 300 ms,
/// answers of 40 ms and of 5 s. The environment variable WILDBERRIES_SOAK_LIMITS makes the window longer than six seconds.
/// </summary>
[Collection(nameof(RealTime))]
public sealed class LimiterSoakTests(ITestOutputHelper output)
{
    private const int Callers = 30;

    // Where the process itself stood still for about as long as the padding, a window says nothing of the limiter, and is measured again.
    private const int Windows = 4;
    private static readonly TimeSpan Stall = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(20);
    private static readonly int? SoakSeconds =
        int.TryParse(Environment.GetEnvironmentVariable("WILDBERRIES_SOAK_LIMITS"), CultureInfo.InvariantCulture, out int seconds) ? seconds : null;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(SoakSeconds ?? 6);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_comes_too_early_over_real_sockets()
    {
        for (int window = 1; ; window++)
        {
            (int arrivals, int refused, double worst, TimeSpan stalled) = await MeasureAsync();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{arrivals} requests in {Window.TotalSeconds} s, {refused} refused, at least {worst:P1} of the padded rate; the process stood still for "
                + $"{stalled.TotalMilliseconds:0} ms at the worst"));
            if (refused == 0)
            {
                Assert.True(arrivals > 200, $"{arrivals}");
                return;
            }

            Assert.True(stalled > Stall, $"{refused} of {arrivals} requests came too early.");
            Assert.True(window < Windows || SoakSeconds is null, $"The process stood still for {stalled.TotalMilliseconds:0} ms: run this on a quiet machine.");
            if (window == Windows)
                Assert.Skip($"This process stood still in each of {Windows} windows, for {stalled.TotalMilliseconds:0} ms in the last: nothing can be measured here now.");
        }
    }

    private static async Task<(int Arrivals, int Refused, double Worst, TimeSpan Stalled)> MeasureAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var pairs = new List<(LimitedServer Server, LimitedClient Client)>();
        try
        {
            for (int burst = 1; burst <= 10; burst++)
            {
                foreach (int connect in (int[])[0, 100, 300])
                {
                    foreach (int answer in (int[])[40, 5000])
                    {
                        var server = new LimitedServer(TimeSpan.FromSeconds(1), burst, TimeSpan.FromMilliseconds(answer));
                        pairs.Add((server, LimitedClient.Connect(server, TimeSpan.FromMilliseconds(connect))));
                    }
                }
            }

            stop.CancelAfter(Window);
            Task<TimeSpan> watching = WatchAsync(stop.Token);
            await Task.WhenAll(pairs.SelectMany(pair => Enumerable.Repeat(pair.Client, Callers)).Select(client => CallAsync(client, stop.Token)));
            return (
                pairs.Sum(pair => pair.Server.Arrivals),
                pairs.Sum(pair => pair.Server.Refused),
                pairs.Min(pair => pair.Server.Rate(Padding)),
                await watching);
        }
        finally
        {
            foreach ((LimitedServer server, LimitedClient client) in pairs)
            {
                client.Dispose();
                await server.DisposeAsync();
            }
        }
    }

    private static async Task CallAsync(LimitedClient client, CancellationToken stop)
    {
        try
        {
            while (true)
                await client.CallAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The window is over.
        }
    }

    private static Task<TimeSpan> WatchAsync(CancellationToken stop) => Task.Factory.StartNew(
        () =>
        {
            TimeSpan worst = default;
            while (!stop.IsCancellationRequested)
            {
                long begin = Stopwatch.GetTimestamp();
                stop.WaitHandle.WaitOne(1);
                TimeSpan late = Stopwatch.GetElapsedTime(begin) - TimeSpan.FromMilliseconds(1);
                worst = late > worst ? late : worst;
            }

            return worst;
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
