using System.Globalization;

namespace Wildberries.Sdk.Redis.Tests;

/// <summary>
/// Eight real processes of one seller, with 25 callers each, against the emulator's bucket, which is written from WB's description; in real time. The
/// environment variable WILDBERRIES_SOAK_SECONDS makes the measured windows longer than five seconds and adds WB's own limit for chats.
/// </summary>
[Collection(nameof(RealTime))]
public sealed class ManyProcessesTests(ITestOutputHelper output)
{
    private const int Processes = 8;
    private const int Callers = 25;

    // The limiter absorbs an interval of delay. Where a process stood still for about that long, a window says nothing of it, and is measured again.
    private const int Windows = 3;

    private static readonly int? SoakSeconds =
        int.TryParse(Environment.GetEnvironmentVariable("WILDBERRIES_SOAK_SECONDS"), CultureInfo.InvariantCulture, out int seconds) ? seconds : null;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(SoakSeconds ?? 5);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public static TheoryData<int, int> Limits
    {
        get
        {
            var limits = new TheoryData<int, int> { { 200, 10 } };
            if (SoakSeconds is not null)
            {
                limits.Add(200, 5);
                limits.Add(1000, 10);
            }

            return limits;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Eight_processes_reach_the_rate_that_one_may_have_and_meet_no_429(int milliseconds, int burst) => await ProveAsync(
        TimeSpan.FromMilliseconds(milliseconds),
        burst,
        async (_, _, fleet) => [new("eight processes", burst, await RunAsync(fleet, Window), Now)]);

    [Fact]
    public async Task Clocks_that_are_off_by_a_minute_and_jump_change_nothing() => await ProveAsync(
        Interval,
        burst: 5,
        async (_, _, fleet) => [new("with five clocks off by a minute", 5, await RunAsync(fleet, Window), Now)],
        worker => worker % 2 == 0 ? ["clock=60"] : worker == 1 ? ["clock=-60"] : []);

    [Fact]
    public async Task Processes_that_are_killed_with_a_reservation_hold_nobody_up() => await ProveAsync(
        Interval,
        burst: 5,
        async (_, _, fleet) =>
        {
            await RunAsync(fleet, TimeSpan.Zero);

            // The ninth has a permit for sure, and two more are killed in full swing.
            await fleet.HoldsAsync(Processes);
            foreach (int worker in new[] { Processes, 0, 1 })
                fleet.Kill(worker);
            DateTimeOffset from = Now;
            await Task.Delay(Window, Cancel);
            return [new("after three of nine processes were killed", 1, from, Now)];
        },
        worker => worker == Processes ? ["hold=1"] : [],
        Processes + 1);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task A_Redis_that_is_killed_and_started_again_leads_to_no_429(int secondsDown) => await ProveAsync(
        Interval * 2,
        burst: 10,
        async (redis, shop, fleet) =>
        {
            await RunAsync(fleet, Window);
            redis.Kill();
            DateTimeOffset killed = Now;
            await Task.Delay(TimeSpan.FromSeconds(secondsDown), Cancel);
            await redis.StartAgainAsync();
            DateTimeOffset back = Now;

            // Some processes find Redis before the others do, which makes no difference to what all of them may have.
            await Task.Delay(Window + TimeSpan.FromSeconds(5), Cancel);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Redis was down for {(back - killed).TotalSeconds:0.0} s, and requests went on {(Times(shop, back, Now)[0] - back).TotalSeconds:0.0} s later"));
            return [new("after Redis was started again", 1, back, Now)];
        });

    private static async Task<DateTimeOffset> RunAsync(Fleet fleet, TimeSpan time)
    {
        fleet.Go();
        DateTimeOffset from = Now;
        await Task.Delay(time, Cancel);
        return from;
    }

    private static DateTimeOffset[] Times(RedisShop shop, DateTimeOffset from, DateTimeOffset until) =>
    [
        .. shop.Emulator.Requests.Of(RedisShop.Chats)
            .Where(request => request.SellerId == shop.Emulator.Seller.Id && request.Time >= from && request.Time < until)
            .Select(request => request.Time).Order(),
    ];

    /// <summary>Plays a scene, and looks at what arrived at the emulator.</summary>
    private async Task ProveAsync(
        TimeSpan interval,
        int burst,
        Func<RedisServer, RedisShop, Fleet, Task<Span[]>> play,
        Func<int, string[]>? more = null,
        int processes = Processes)
    {
        for (int window = 1; ; window++)
        {
            await using RedisServer redis = await RedisServer.StartNewAsync();
            await using RedisShop shop = await RedisShop.OpenAsync(interval, burst);
            using Fleet fleet = await Fleet.StartAsync(shop, redis, processes, Callers, interval, burst, more);
            Span[] spans = await play(redis, shop, fleet);
            IReadOnlyList<WorkerReport> reports = await fleet.StopAsync();
            TimeSpan stalled = reports.Max(report => report.Stalled);
            double[] rates = [.. spans.Select(span => Rate(span, shop, interval))];
            int limited = shop.Emulator.Requests.All.Count(request => request.Status == 429);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"answered: {string.Join(", ", reports.Select(report => report.Answered))}; refused: {reports.Sum(report => report.Refused)}; 429: {limited}; "
                + $"a process stood still for {stalled.TotalMilliseconds:0} ms at the worst"));
            if (window < Windows && stalled > interval / 2 && (limited > 0 || rates.Any(rate => rate < 0.95)))
                continue;

            shop.AssertNothingRefused();
            Assert.All(rates, rate => Assert.True(rate >= 0.95, $"{rate:P1} of the ideal rate"));
            return;
        }
    }

    /// <summary>The rate within a span, as a part of the ideal one. The bucket may have been full at first: what counts is what comes after a burst.</summary>
    private double Rate(Span span, RedisShop shop, TimeSpan interval)
    {
        DateTimeOffset[] times = Times(shop, span.From, span.Until);
        Assert.True(times.Length > span.Burst + 5, $"{span.What}: only {times.Length} requests");
        double perSecond = (times.Length - span.Burst) / (times[^1] - times[span.Burst - 1]).TotalSeconds;
        double rate = perSecond * interval.TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{span.What}, interval {interval.TotalMilliseconds} ms: {times.Length} requests, {perSecond:0.000} per second, {rate:P1} of the ideal rate"));
        return rate;
    }

    private sealed record Span(string What, int Burst, DateTimeOffset From, DateTimeOffset Until);
}
