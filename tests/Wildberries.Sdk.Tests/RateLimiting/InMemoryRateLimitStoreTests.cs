using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

public sealed class InMemoryRateLimitStoreTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(20);
    private static readonly RateLimitBucket One = new("one", Second, 1, 1, Padding);
    private static readonly RateLimitBucket Three = new("three", Second, 3, 3, Padding);
    private static readonly RateLimitBucket Ten = new("ten", Second, 10, 9, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryRateLimitStore _store;

    public InMemoryRateLimitStoreTests() => _store = new(_time);

    [Fact]
    public void A_burst_of_one_spaces_requests_by_interval_and_padding()
    {
        for (int request = 0; request < 5; request++)
        {
            Assert.Equal(TimeSpan.Zero, Take(One));
            Assert.Equal(Second + Padding, Take(One));
            _time.Advance(Second + Padding - TimeSpan.FromTicks(1));
            Assert.Equal(TimeSpan.FromTicks(1), Take(One));
            _time.Advance(TimeSpan.FromTicks(1));
        }
    }

    [Fact]
    public void A_small_burst_pays_the_padding_once_in_a_busy_period()
    {
        Assert.Equal(TimeSpan.Zero, Take(Three));
        Assert.Equal(TimeSpan.Zero, Take(Three));
        Assert.Equal(Padding, Take(Three));
        _time.Advance(Padding);
        for (int request = 0; request < 5; request++)
        {
            Assert.Equal(TimeSpan.Zero, Take(Three));
            Assert.Equal(Second, Take(Three));
            _time.Advance(Second);
        }
    }

    [Fact]
    public void A_larger_burst_gives_its_capacity_at_once_and_then_one_per_interval()
    {
        Assert.Equal(9, Drain(Ten));
        Assert.Equal(Second, Take(Ten));
        _time.Advance(Second / 2);
        Assert.Equal(Second / 2, Take(Ten));
        _time.Advance(Second / 2);
        Assert.Equal(1, Drain(Ten));
        _time.Advance(Second * 4.5);
        Assert.Equal(4, Drain(Ten));
        Assert.Equal(Second / 2, Take(Ten));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(9, Drain(Ten));
    }

    [Fact]
    public async Task A_charge_costs_as_many_intervals_as_it_has_requests()
    {
        Take(Ten);
        await _store.ChargeAsync(Ten, 9, CancellationToken.None);
        Assert.Equal(Second * 2, Take(Ten));
        await _store.ChargeAsync(Ten, 0, CancellationToken.None);
        await _store.ChargeAsync(Ten, -5, CancellationToken.None);
        Assert.Equal(Second * 2, Take(Ten));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("three")]
    [InlineData("ten")]
    public async Task A_closed_bucket_opens_with_exactly_one_request(string key)
    {
        RateLimitBucket bucket = new[] { One, Three, Ten }.Single(b => b.Key == key);
        await _store.CloseAsync(bucket, Second * 30, CancellationToken.None);
        Assert.Equal(Second * 30, Take(bucket));
        _time.Advance(Second * 30);
        Assert.Equal(1, Drain(bucket));
        _time.Advance(bucket.Capacity == 1 ? Second + Padding : Second);
        Assert.Equal(1, Drain(bucket));
    }

    [Fact]
    public async Task A_shorter_closing_opens_nothing()
    {
        await _store.CloseAsync(Ten, Second * 30, CancellationToken.None);
        await _store.CloseAsync(Ten, Second, CancellationToken.None);
        await _store.CloseAsync(Ten, -Second, CancellationToken.None);
        Assert.Equal(Second * 30, Take(Ten));
    }

    [Fact]
    public async Task What_another_process_has_used_is_not_used_again()
    {
        Take(Ten);
        await _store.ReportRemainingAsync(Ten, 4, TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(4, Drain(Ten));
    }

    [Fact]
    public async Task A_report_counts_from_the_time_its_request_was_sent()
    {
        Take(Ten);
        _time.Advance(Second * 2);
        await _store.ReportRemainingAsync(Ten, 0, Second * 2, CancellationToken.None);
        Assert.Equal(2, Drain(Ten));
    }

    [Theory]
    [InlineData(9, 8)]
    [InlineData(10, 8)]
    [InlineData(11, 8)]
    [InlineData(int.MaxValue, 8)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(int.MinValue, 0)]
    public async Task A_report_never_fills_the_bucket(int remaining, int left)
    {
        Take(Ten);
        await _store.ReportRemainingAsync(Ten, remaining, TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(left, Drain(Ten));
        await _store.ReportRemainingAsync(Ten, 9, TimeSpan.FromDays(-1), CancellationToken.None);
        Assert.Equal(0, Drain(Ten));
    }

    [Fact]
    public void A_limit_may_change_while_its_bucket_is_in_use()
    {
        Assert.Equal(9, Drain(Ten));
        Assert.Equal(Second * 9, Take(Ten with { Burst = 1, Capacity = 1 }));
        Assert.Equal(11, Drain(Ten with { Burst = 20, Capacity = 20, Interval = Second }));
        Assert.True(Take(Ten with { Interval = TimeSpan.FromHours(1) }) == TimeSpan.Zero);
    }

    [Fact]
    public async Task Absurd_figures_neither_throw_nor_open_the_bucket()
    {
        RateLimitBucket absurd = new("absurd", TimeSpan.MaxValue, int.MaxValue, int.MaxValue, TimeSpan.MaxValue);
        for (int request = 0; request < 1000; request++)
            Take(absurd);
        await _store.ChargeAsync(absurd, int.MaxValue, CancellationToken.None);
        await _store.ReportRemainingAsync(absurd, 0, TimeSpan.MaxValue, CancellationToken.None);
        await _store.CloseAsync(absurd, TimeSpan.MaxValue, CancellationToken.None);
        Assert.True(Take(absurd) > TimeSpan.FromDays(365));

        RateLimitBucket zero = new("zero", TimeSpan.Zero, 0, 0, TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, Take(zero));
        Assert.Equal(TimeSpan.Zero, Take(zero));
    }

    [Fact]
    public async Task Idle_buckets_are_dropped_and_busy_ones_stay()
    {
        for (int seller = 0; seller < 10_000; seller++)
            Take(Ten with { Key = $"seller {seller}" });
        await _store.CloseAsync(One, TimeSpan.FromHours(1), CancellationToken.None);
        await _store.ChargeAsync(Ten, 3000, CancellationToken.None);
        Assert.Equal(10_002, _store.Count);

        _time.Advance(TimeSpan.FromMinutes(10));
        Take(Three);
        Assert.Equal(10_003, _store.Count);

        _time.Advance(TimeSpan.FromMinutes(1));
        Take(Three);
        Assert.Equal(3, _store.Count);
        Assert.Equal(TimeSpan.FromMinutes(49), Take(One));
        Assert.Equal((Second * 3000) - TimeSpan.FromMinutes(11) - (Second * 8), Take(Ten));
    }

    [Fact]
    public async Task Dropping_never_loses_a_request()
    {
        using var clock = new GatedTimeProvider();
        var store = new InMemoryRateLimitStore(clock);
        Assert.Equal(TimeSpan.Zero, Take(store, One));
        clock.Advance(TimeSpan.FromMinutes(12));

        // One thread holds the idle bucket, a sweep waits for it, and behind the sweep a taker that has looked it up already.
        Thread holder = Start(() =>
        {
            clock.HoldThisThread();
            store.ChargeAsync(One, 0, CancellationToken.None).AsTask().Wait();
        });
        await Until.True(() => holder.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        Thread sweeper = Start(() => Take(store, Ten));
        await Until.True(() => sweeper.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        TimeSpan taken = TimeSpan.MaxValue;
        Thread taker = Start(() => taken = Take(store, One));
        await Until.True(() => taker.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        clock.Release();
        holder.Join();
        sweeper.Join();
        taker.Join();

        Assert.Equal(TimeSpan.Zero, taken);
        Assert.Equal(Second + Padding, Take(store, One));

        Thread Start(Action action)
        {
            var thread = new Thread(() => action());
            thread.Start();
            return thread;
        }
    }

    [Fact]
    public async Task Sixty_four_threads_never_take_more_than_there_is()
    {
        int taken = 0;
        using var go = new Barrier(65);
        Task[] threads =
        [
            .. Enumerable.Range(0, 64).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    for (int round = 0; round < 20; round++)
                    {
                        go.SignalAndWait();
                        for (int attempt = 0; attempt < 20; attempt++)
                        {
                            if (Take(Ten) == TimeSpan.Zero)
                                Interlocked.Increment(ref taken);
                        }

                        go.SignalAndWait();
                    }
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)),
        ];
        for (int round = 0; round < 20; round++)
        {
            go.SignalAndWait(TestContext.Current.CancellationToken);
            go.SignalAndWait(TestContext.Current.CancellationToken);
            Assert.Equal(9 + (round * 3), taken);
            _time.Advance(Second * 3);
        }

        await Task.WhenAll(threads);
    }

    private TimeSpan Take(RateLimitBucket bucket) => Take(_store, bucket);

    private static TimeSpan Take(InMemoryRateLimitStore store, RateLimitBucket bucket)
    {
        Task<TimeSpan> answer = store.TryTakeAsync(bucket, CancellationToken.None).AsTask();
        Assert.True(answer.IsCompletedSuccessfully);
        return answer.Result;
    }

    private int Drain(RateLimitBucket bucket)
    {
        int taken = 0;
        while (Take(bucket) == TimeSpan.Zero)
            taken++;
        return taken;
    }

    /// <summary>A clock that one thread cannot read until it is released.</summary>
    private sealed class GatedTimeProvider : FakeTimeProvider, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();
        private Thread? _held;

        public void HoldThisThread() => _held = Thread.CurrentThread;

        public void Release() => _gate.Set();

        public void Dispose() => _gate.Dispose();

        public override long GetTimestamp()
        {
            if (Thread.CurrentThread == _held)
                _gate.Wait();
            return base.GetTimestamp();
        }
    }
}
