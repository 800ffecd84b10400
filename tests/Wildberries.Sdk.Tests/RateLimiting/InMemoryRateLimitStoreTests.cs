using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

public sealed class InMemoryRateLimitStoreTests : RateLimitStoreLaws
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryRateLimitStore _store;

    public InMemoryRateLimitStoreTests() => _store = new(_time);

    protected override IRateLimitStore Store => _store;

    protected override Task AdvanceAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_state_of_a_bucket_can_be_read()
    {
        Assert.Equal(default, _store.GetState("ten"));
        Take(Ten);
        Take(Ten);
        Assert.Equal(new RateLimitBucketState { FullIn = Second * 2, OpenIn = TimeSpan.Zero }, _store.GetState("ten"));
        await _store.CloseAsync(Ten, Second * 5, CancellationToken.None);
        _time.Advance(Second);
        Assert.Equal(new RateLimitBucketState { FullIn = Second * 12, OpenIn = Second * 4, ClosedAgo = Second }, _store.GetState("ten"));
        _time.Advance(Second * 12);
        Assert.Equal(default, _store.GetState("ten"));
        Assert.Equal(1, _store.Count);
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
    public async Task Buckets_that_are_only_closed_are_dropped_too()
    {
        for (int seller = 0; seller < 100; seller++)
            await _store.CloseAsync(One with { Key = $"seller {seller}" }, Second, CancellationToken.None);
        _time.Advance(TimeSpan.FromHours(1));
        await _store.CloseAsync(One, Second, CancellationToken.None);
        Assert.Equal(1, _store.Count);
    }

    [Fact]
    public async Task Dropping_never_loses_a_request()
    {
        using var clock = new GatedTimeProvider();
        var store = new InMemoryRateLimitStore(clock);
        Assert.Equal(TimeSpan.Zero, Take(store, One));

        // One thread holds the bucket, a sweep that finds it idle waits for it, and behind the sweep a taker that has looked it up already.
        Thread holder = Background(() => store.ChargeAsync(One, 0, CancellationToken.None).AsTask().Wait());
        clock.HoldAtSecondLook(holder);
        holder.Start();
        await Until.True(() => clock.Looks(holder) == 2);
        clock.Advance(TimeSpan.FromMinutes(12));
        Thread sweeper = Background(() => Take(store, Ten));
        sweeper.Start();
        await Until.True(() => clock.Looks(sweeper) == 2 && Waits(sweeper));
        TimeSpan taken = TimeSpan.MaxValue;
        Thread taker = Background(() => taken = Take(store, One));
        taker.Start();
        await Until.True(() => clock.Looks(taker) == 1 && Waits(taker));
        clock.Release();
        holder.Join();
        sweeper.Join();
        taker.Join();

        Assert.Equal(TimeSpan.Zero, taken);
        Assert.Equal(Second + Padding, Take(store, One));

        static Thread Background(Action action) => new(() => action()) { IsBackground = true };

        static bool Waits(Thread thread) => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin);
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

    /// <summary>A clock that one thread cannot read until it is released.</summary>
    private sealed class GatedTimeProvider : FakeTimeProvider, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();
        private readonly ConcurrentDictionary<Thread, int> _looks = new();
        private Thread? _held;

        // The first look of a call is whether to sweep, the second is in the bucket's lock.
        public void HoldAtSecondLook(Thread thread) => _held = thread;

        public int Looks(Thread thread) => _looks.GetValueOrDefault(thread);

        public void Release() => _gate.Set();

        public void Dispose() => _gate.Dispose();

        public override long GetTimestamp()
        {
            if (_looks.AddOrUpdate(Thread.CurrentThread, 1, static (_, looks) => looks + 1) == 2 && Thread.CurrentThread == _held)
                _gate.Wait();
            return base.GetTimestamp();
        }
    }
}
