using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>The store against a token bucket that is written from WB's description and shares nothing with it.</summary>
public sealed class RateLimitLawTests
{
    private static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(20);

    private static readonly Gen<Traffic> Any = Gen.Select(
        Gen.OneOf(60, 120, 200, 334, 600, 1000, 3000, 20_000, 900_000),
        Gen.OneOf(1, 2, 3, 4, 5, 6, 10, 20, 99),
        Gen.Int,
        Gen.Bool,
        (interval, burst, seed, pauses) => new Traffic(BucketOf(interval, burst), 120, seed, pauses));

    [Fact]
    public void A_process_that_keeps_to_the_table_is_never_refused() =>
        Any.Sample(traffic => Run(traffic, feedback: false, jitter: true).Wb.Refused == 0, iter: 2000);

    [Fact]
    public void Nor_when_it_listens_to_what_WB_says() =>
        Any.Sample(traffic => Run(traffic, feedback: true, jitter: true).Wb.Refused == 0, iter: 2000);

    [Fact]
    public void The_sustained_rate_is_at_least_98_percent_of_what_is_allowed() =>
        Any.Select(t => t with { Pauses = false, Requests = 600 }).Sample(
            traffic =>
            {
                List<long> sent = Run(traffic, feedback: true, jitter: true).Sent;
                RateLimitBucket bucket = traffic.Bucket;
                TimeSpan interval = bucket.Burst == 1 ? bucket.Interval + Padding : bucket.Interval;
                double ideal = (double)(sent.Count - 1 - bucket.Burst) * interval.Ticks;
                return sent[^1] - sent[0] <= (ideal / 0.98) + bucket.Interval.Ticks;
            },
            iter: 500);

    [Fact]
    public void With_even_latency_listening_changes_nothing_at_all() =>
        Any.Sample(
            traffic => Run(traffic, feedback: true, jitter: false).Sent.SequenceEqual(Run(traffic, feedback: false, jitter: false).Sent),
            iter: 1000);

    [Fact]
    public void With_uneven_latency_listening_never_costs_more_than_one_interval() =>
        Any.Select(t => t with { Pauses = false }).Sample(
            traffic =>
            {
                List<long> deaf = Run(traffic, feedback: false, jitter: true).Sent;
                List<long> listening = Run(traffic, feedback: true, jitter: true).Sent;
                return deaf.Zip(listening).All(pair => pair.Second - pair.First <= traffic.Bucket.Interval.Ticks);
            },
            iter: 1000);

    [Fact]
    public void Another_process_on_the_same_bucket_makes_it_slower() =>
        Gen.Select(Gen.Int[5, 99], Gen.Int[1, 98]).Where((burst, others) => others < burst - 1).Sample(
            (burst, others) =>
            {
                var time = new FakeTimeProvider();
                var store = new InMemoryRateLimitStore(time);
                RateLimitBucket bucket = BucketOf(1000, burst);
                var wb = new WbBucket(bucket.Interval, burst);
                for (int request = 0; request < others; request++)
                    wb.Arrive(0);

                // One request learns of it; then all that may go at once go, and none of them is refused.
                Assert.Equal(TimeSpan.Zero, Result(store.TryTakeAsync(bucket, default)));
                Complete(store.ReportRemainingAsync(bucket, wb.Arrive(0)!.Value, TimeSpan.Zero, default));
                int sent = 1;
                while (Result(store.TryTakeAsync(bucket, default)) == TimeSpan.Zero)
                {
                    wb.Arrive(0);
                    sent++;
                }

                return wb.Refused == 0 && sent == Math.Min(burst - 1, burst - others);
            });

    private static RateLimitBucket BucketOf(int milliseconds, int burst) => burst >= 5
        ? Buckets.Of("key", TimeSpan.FromMilliseconds(milliseconds), burst, burst - 1, TimeSpan.Zero)
        : Buckets.Of("key", TimeSpan.FromMilliseconds(milliseconds), burst, burst, Padding);

    private static Outcome Run(Traffic traffic, bool feedback, bool jitter)
    {
        RateLimitBucket bucket = traffic.Bucket;
        var random = new Random(traffic.Seed);
        var time = new FakeTimeProvider();
        var store = new InMemoryRateLimitStore(time);
        var wb = new WbBucket(bucket.Interval, bucket.Burst);
        long begin = time.GetTimestamp();
        long mostLatency = bucket.Burst >= 5 ? bucket.Interval.Ticks : Math.Min(Padding.Ticks, bucket.Interval.Ticks);
        long evenLatency = random.NextInt64(mostLatency + 1);

        // What will happen, in order of time: an arrival at WB, then its answer here.
        var events = new PriorityQueue<(long Sent, long Back, int? Remaining), long>();
        var sent = new List<long>();
        while (sent.Count < traffic.Requests)
        {
            long now = time.GetTimestamp() - begin;
            TimeSpan wait = Result(store.TryTakeAsync(bucket, default));
            if (wait > TimeSpan.Zero)
            {
                AdvanceTo(now + wait.Ticks);
                continue;
            }

            // Extremes are where a law breaks.
            long latency = !jitter ? evenLatency : random.Next(4) switch
            {
                0 => 0,
                1 => mostLatency,
                _ => random.NextInt64(mostLatency + 1),
            };
            long back = jitter ? random.NextInt64(mostLatency + 1) : evenLatency;
            sent.Add(now);
            events.Enqueue((now, back, null), now + latency);
            if (traffic.Pauses && random.Next(6) == 0)
                AdvanceTo(now + random.NextInt64(bucket.Interval.Ticks * (bucket.Burst + 2)));
        }

        AdvanceTo(long.MaxValue);
        return new Outcome(wb, sent);

        void AdvanceTo(long target)
        {
            while (events.TryPeek(out (long Sent, long Back, int? Remaining) next, out long at) && at <= target)
            {
                events.Dequeue();
                if (next.Remaining is { } remaining)
                {
                    time.Advance(TimeSpan.FromTicks(at - (time.GetTimestamp() - begin)));
                    if (feedback)
                        Complete(store.ReportRemainingAsync(bucket, remaining, TimeSpan.FromTicks(at - next.Sent), default));
                }
                else if (wb.Arrive(at) is { } left)
                {
                    events.Enqueue((next.Sent, next.Back, left), at + next.Back);
                }
            }

            if (target != long.MaxValue)
                time.Advance(TimeSpan.FromTicks(target - (time.GetTimestamp() - begin)));
        }
    }

    private static TimeSpan Result(ValueTask<TimeSpan> task) => task.IsCompletedSuccessfully ? task.Result : throw new InvalidOperationException();

    private static void Complete(ValueTask task) => Assert.True(task.IsCompletedSuccessfully);

    private sealed record Traffic(RateLimitBucket Bucket, int Requests, int Seed, bool Pauses);

    private sealed record Outcome(WbBucket Wb, List<long> Sent);
}
