using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>
/// The limiter with its store against a bucket that is written from WB's description and shares nothing with it: connections that take their time,
/// answers that do, requests that overtake each other on the way, and attempts that fail before they are written.
/// </summary>
public sealed class LimiterSimulationTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(20);

    private static readonly Gen<Network> Any = Gen.Select(
        Gen.OneOf(100, 200, 334, 1000, 6000, 60_000),
        Gen.Int[1, 10],
        Gen.Int[0, 300],
        Gen.OneOf(40, 5000),
        Gen.OneOf(1, 2, 3, 10, 50),
        Gen.Int,
        (interval, burst, connect, answer, callers, seed) => new Network(BucketOf(interval, burst), connect, answer, callers, seed));

    [Fact]
    public void Nothing_comes_too_early_however_long_it_takes_to_connect() =>
        Any.Sample(network => Run(network with { Fails = true, Pauses = true }, 150).Refused == 0, iter: 3000);

    [Fact]
    public void The_proof_can_fail() =>

        // The same simulation finds requests that come too early when the limiter takes a request to be written with its permit.
        Assert.Contains(
            Enumerable.Range(0, 200),
            seed => Run(new Network(BucketOf(1000, 3), 300, 40, 10, seed) { Pauses = true, Guess = true }, 150).Refused > 0);

    [Fact]
    public void Once_the_connections_stand_at_least_98_percent_of_the_padded_rate_are_reached()
    {
        double worst = double.MaxValue;
        int requests = 0;
        for (int burst = 1; burst <= 10; burst++)
        {
            foreach (int interval in (int[])[200, 1000, 6000])
            {
                foreach (int connect in (int[])[0, 100, 300])
                {
                    foreach (int answer in (int[])[40, 5000])
                    {
                        var network = new Network(BucketOf(interval, burst), connect, answer, Callers: 60, Seed: burst);
                        Outcome outcome = Run(network, 400);
                        Assert.Equal(0, outcome.Refused);
                        requests += outcome.Written.Count;

                        // The second half: by then every connection has been made.
                        List<long> late = outcome.Written[200..];
                        RateLimitBucket bucket = network.Bucket;
                        TimeSpan padded = burst == 1 ? bucket.Interval + Padding : bucket.Interval;
                        double rate = (double)(late.Count - 1) * padded.Ticks / (late[^1] - late[0]);
                        Assert.True(rate >= 0.98, $"{network}: {rate:P1}");
                        worst = Math.Min(worst, rate);
                    }
                }
            }
        }

        output.WriteLine($"{requests} requests, no 429, at least {worst:P2} of the padded rate");
    }

    private static RateLimitBucket BucketOf(int milliseconds, int burst) => burst >= 5
        ? Buckets.Of("key", TimeSpan.FromMilliseconds(milliseconds), burst, burst - 1, TimeSpan.Zero)
        : Buckets.Of("key", TimeSpan.FromMilliseconds(milliseconds), burst, burst, Padding);

    private static Outcome Run(Network network, int requests)
    {
        RateLimitBucket bucket = network.Bucket;
        var random = new Random(network.Seed);
        var time = new FakeTimeProvider();
        var limiter = new RequestRateLimiter(new InMemoryRateLimitStore(time), time);
        var wb = new WbBucket(bucket.Interval, bucket.Burst);
        long begin = time.GetTimestamp();
        var events = new PriorityQueue<Action, (long At, int Order)>();
        var written = new List<long>();
        int order = 0, underWay = 0, idle = 0;
        while (written.Count < requests)
        {
            // With no patience the limiter answers at once: with a permit, or with the time to wait.
            TimeSpan wait = TimeSpan.MaxValue;
            if (underWay < network.Callers)
            {
                RateLimitLease lease = Now(limiter.AcquireAsync(bucket, TimeSpan.Zero, CancellationToken.None));
                if (lease.Permit is { } permit)
                {
                    Send(permit);
                    if (network.Pauses && random.Next(8) == 0)
                        AdvanceTo(Elapsed() + random.NextInt64(bucket.Interval.Ticks * (bucket.Burst + 2)));
                    continue;
                }

                wait = lease.RetryAfter;
            }

            long next = events.TryPeek(out _, out (long At, int Order) first) ? first.At : long.MaxValue;
            AdvanceTo(wait == TimeSpan.MaxValue ? next : Math.Min(next, Elapsed() + wait.Ticks));
        }

        AdvanceTo(long.MaxValue);
        return new Outcome(wb.Refused, written);

        void Send(RateLimitPermit permit)
        {
            underWay++;
            bool reused = idle > 0;
            idle -= reused ? 1 : 0;

            // A connection that stands still takes a moment: the thread may have to wait for a processor.
            long delay = reused ? random.Next(3000) : Extreme(network.Connect);
            if (network.Guess)
                Now(permit.Written());
            if (network.Fails && random.Next(20) == 0)
            {
                After(delay, () =>
                {
                    Now(permit.NotWritten());
                    underWay--;
                });
                return;
            }

            After(delay, () =>
            {
                Now(permit.Written());
                long writtenAt = Elapsed();
                written.Add(writtenAt);
                After(Extreme((int)Padding.TotalMilliseconds), () =>
                {
                    int? left = wb.Arrive(Elapsed());
                    After(TimeSpan.FromMilliseconds(network.Answer).Ticks + Extreme((int)Padding.TotalMilliseconds), () =>
                    {
                        underWay--;
                        idle++;
                        if (left < bucket.Burst - 1)
                            Now(limiter.ReportRemainingAsync(bucket, left.Value, TimeSpan.FromTicks(Elapsed() - writtenAt), CancellationToken.None));
                    });
                });
            });
        }

        // Extremes are where a law breaks.
        long Extreme(int milliseconds)
        {
            long most = TimeSpan.FromMilliseconds(milliseconds).Ticks;
            return random.Next(4) switch
            {
                0 => 0,
                1 or 2 => most,
                _ => random.NextInt64(most + 1),
            };
        }

        void After(long delay, Action action) => events.Enqueue(action, (Elapsed() + delay, order++));

        long Elapsed() => time.GetTimestamp() - begin;

        void AdvanceTo(long target)
        {
            while (events.TryPeek(out Action? action, out (long At, int Order) next) && next.At <= target)
            {
                events.Dequeue();
                time.Advance(TimeSpan.FromTicks(next.At - Elapsed()));
                action();
            }

            if (target != long.MaxValue && target > Elapsed())
                time.Advance(TimeSpan.FromTicks(target - Elapsed()));
        }
    }

    private static T Now<T>(ValueTask<T> task) => task.IsCompletedSuccessfully ? task.Result : throw new InvalidOperationException("Not at once.");

    private static void Now(ValueTask task) => Assert.True(task.IsCompletedSuccessfully);

    private sealed record Network(RateLimitBucket Bucket, int Connect, int Answer, int Callers, int Seed)
    {
        public bool Fails { get; init; }

        public bool Pauses { get; init; }

        /// <summary>Whether the limiter is told that a request is written when it only has its permit.</summary>
        public bool Guess { get; init; }
    }

    private sealed record Outcome(int Refused, List<long> Written);
}
