using System.Collections.Concurrent;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

public sealed class RequestRateLimiterTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly RateLimitBucket One = Buckets.Of("one", Second, 1, 1, Padding);
    private static readonly RateLimitBucket Ten = Buckets.Of("ten", Second, 10, 9, TimeSpan.Zero);

    private readonly CountingTimeProvider _time = new();
    private readonly InMemoryRateLimitStore _store;
    private readonly RequestRateLimiter _limiter;

    public RequestRateLimiterTests()
    {
        _store = new(_time);
        _limiter = new(_store, _time);
    }

    [Fact]
    public async Task Callers_are_served_in_the_order_in_which_they_came()
    {
        var served = new ConcurrentQueue<int>();
        Task[] callers = [.. Enumerable.Range(0, 10).Select(ServeAsync)];
        for (int next = 1; next < 10; next++)
        {
            await Until.True(() => _time.Timers == next);
            Assert.Equal(next, served.Count);
            Assert.Equal(10 - next, _limiter.Waiting);
            _time.Advance(Second + Padding);
        }

        await Task.WhenAll(callers);
        Assert.Equal(Enumerable.Range(0, 10), served);
        Assert.Equal(0, _limiter.Waiting);

        async Task ServeAsync(int caller)
        {
            RateLimitLease lease = await _limiter.SendAsync(One, Patience, CancellationToken.None);
            Assert.True(lease.Acquired);
            Assert.Equal((Second + Padding) * caller, lease.Waited);
            served.Enqueue(caller);
        }
    }

    [Fact]
    public async Task A_cancelled_head_passes_its_turn_and_takes_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await AcquireAsync(One);
        Task<RateLimitLease> head = _limiter.SendAsync(One, Patience, cancel.Token).AsTask();
        Task<RateLimitLease> next = AcquireAsync(One);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => head);
        await Until.True(() => _time.Timers == 1);
        _time.Advance(Second + Padding);
        Assert.Equal(Second + Padding, (await next).Waited);
    }

    [Fact]
    public async Task A_caller_cancelled_in_the_middle_lets_those_behind_move_up()
    {
        using var cancel = new CancellationTokenSource();
        await AcquireAsync(One);
        Task<RateLimitLease> head = AcquireAsync(One);
        Task<RateLimitLease> middle = _limiter.SendAsync(One, Patience, cancel.Token).AsTask();
        Task<RateLimitLease> last = AcquireAsync(One);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => middle);
        _time.Advance(Second + Padding);
        Assert.True((await head).Acquired);
        await Until.True(() => _time.Timers == 2);
        _time.Advance(Second + Padding);
        Assert.Equal((Second + Padding) * 2, (await last).Waited);
    }

    [Fact]
    public async Task Whoever_comes_cancelled_does_not_even_ask()
    {
        var store = new ScriptedStore(_ => new(TimeSpan.Zero));
        ValueTask<RateLimitLease> caller = new RequestRateLimiter(store, _time).SendAsync(One, Patience, new CancellationToken(true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller.AsTask());
        Assert.Equal(0, store.Asked);
    }

    [Fact]
    public async Task A_wait_beyond_the_budget_is_refused_at_once_with_the_time_to_wait()
    {
        Assert.Equal(9, await DrainAsync(Ten));
        RateLimitLease refused = await AcquireAsync(Ten, Second - TimeSpan.FromTicks(1));
        Assert.Equal(new RateLimitLease(null, TimeSpan.Zero, Second), refused);

        Task<RateLimitLease> head = AcquireAsync(Ten, Second);
        Task<RateLimitLease> second = AcquireAsync(Ten, Second * 2);
        refused = await AcquireAsync(Ten, (Second * 3) - TimeSpan.FromTicks(1));
        Assert.Equal(new RateLimitLease(null, TimeSpan.Zero, Second * 3), refused);

        _time.Advance(Second / 2);
        refused = await AcquireAsync(Ten, Second * 2);
        Assert.Equal(Second * 2.5, refused.RetryAfter);

        _time.Advance(Second / 2);
        Assert.True((await head).Acquired);
        await Until.True(() => _time.Timers == 2);
        _time.Advance(Second);
        Assert.True((await second).Acquired);
    }

    [Fact]
    public async Task At_burst_one_the_expected_time_has_the_padding_in_it()
    {
        await AcquireAsync(One);
        _ = AcquireAsync(One);
        _ = AcquireAsync(One);
        Assert.Equal((Second + Padding) * 3, (await AcquireAsync(One, Second * 3)).RetryAfter);
    }

    [Fact]
    public async Task A_429_moves_everybody_and_refuses_those_who_cannot_wait_so_long()
    {
        await DrainAsync(Ten);
        Task<RateLimitLease> head = AcquireAsync(Ten, Patience);
        Task<RateLimitLease> hasty = AcquireAsync(Ten, Second * 10);
        Task<RateLimitLease> patient = AcquireAsync(Ten, Patience);
        await _limiter.CloseAsync(Ten, Second * 30, CancellationToken.None);

        _time.Advance(Second);
        RateLimitLease refused = await hasty;
        Assert.Equal(new RateLimitLease(null, Second, (Second * 30) + Padding), refused);
        await Until.True(() => _time.Timers == 2);
        _time.Advance((Second * 29) + Padding);
        Assert.Equal((Second * 30) + Padding, (await head).Waited);
        await Until.True(() => _time.Timers == 3);
        Assert.False(patient.IsCompleted);
        _time.Advance(Second);
        Assert.Equal((Second * 31) + Padding, (await patient).Waited);
    }

    [Fact]
    public async Task A_fine_moves_everybody_and_the_head_is_refused_if_its_budget_is_too_short_then()
    {
        await DrainAsync(Ten);
        Task<RateLimitLease> head = AcquireAsync(Ten, Second * 5);
        Task<RateLimitLease> next = AcquireAsync(Ten, Patience);
        await _limiter.ChargeAsync(Ten, 9, CancellationToken.None);

        _time.Advance(Second);
        Assert.Equal(new RateLimitLease(null, Second, Second * 9), await head);
        await Until.True(() => _time.Timers == 2);
        _time.Advance(Second * 9);
        Assert.Equal(Second * 10, (await next).Waited);
    }

    [Fact]
    public async Task What_WB_says_of_the_bucket_slows_the_next_one()
    {
        await AcquireAsync(Ten);
        await _limiter.ReportRemainingAsync(Ten, 2, TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(2, await DrainAsync(Ten));
    }

    [Fact]
    public async Task While_the_bucket_has_room_callers_ask_side_by_side()
    {
        var first = new TaskCompletionSource<TimeSpan>();
        var store = new ScriptedStore(asked => asked == 1 ? new(first.Task) : new(TimeSpan.Zero));
        var limiter = new RequestRateLimiter(store, _time);
        Task<RateLimitLease> asking = limiter.SendAsync(Ten, Patience, CancellationToken.None).AsTask();
        Assert.True((await limiter.SendAsync(Ten, TimeSpan.Zero, CancellationToken.None)).Acquired);
        Assert.Equal(2, store.Asked);
        first.SetResult(TimeSpan.Zero);
        Assert.True((await asking).Acquired);
    }

    [Fact]
    public async Task When_the_first_learns_of_a_wait_the_hasty_are_refused()
    {
        RateLimitBucket one = Buckets.Of("one", Second, 1, 1, TimeSpan.Zero);
        var first = new TaskCompletionSource<TimeSpan>();
        var store = new ScriptedStore(asked => asked == 1 ? new(first.Task) : new(TimeSpan.Zero));
        var limiter = new RequestRateLimiter(store, _time);
        Task<RateLimitLease> asking = limiter.SendAsync(one, Patience, CancellationToken.None).AsTask();
        Task<RateLimitLease> hasty = limiter.SendAsync(one, Second * 3, CancellationToken.None).AsTask();
        Task<RateLimitLease> patient = limiter.SendAsync(one, Second * 4, CancellationToken.None).AsTask();
        Assert.Equal(1, store.Asked);
        first.SetResult(Second * 3);
        Assert.Equal(new RateLimitLease(null, TimeSpan.Zero, Second * 4), await hasty);
        await Until.True(() => _time.Timers == 1);
        Assert.False(asking.IsCompleted);
        Assert.False(patient.IsCompleted);
        _time.Advance(Second * 3);
        Assert.True((await asking).Acquired);
        Assert.True((await patient).Acquired);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_fails_fails_one_caller_and_the_line_goes_on(bool synchronously)
    {
        var first = new TaskCompletionSource<TimeSpan>();
        var store = new ScriptedStore(asked => asked switch
        {
            1 => new(first.Task),
            2 when synchronously => throw new InvalidOperationException("down"),
            2 => ValueTask.FromException<TimeSpan>(new InvalidOperationException("down")),
            _ => new(TimeSpan.Zero),
        });
        var limiter = new RequestRateLimiter(store, _time);
        Task<RateLimitLease>[] callers =
        [
            .. Enumerable.Range(0, 3).Select(_ => limiter.SendAsync(Ten, Patience, CancellationToken.None).AsTask()),
        ];
        first.SetException(new InvalidOperationException("also down"));
        Assert.Equal("also down", (await Assert.ThrowsAsync<InvalidOperationException>(() => callers[0])).Message);
        Assert.Equal("down", (await Assert.ThrowsAsync<InvalidOperationException>(() => callers[1])).Message);
        Assert.True((await callers[2]).Acquired);
        Assert.True((await limiter.SendAsync(Ten, Patience, CancellationToken.None)).Acquired);
        Assert.Equal(0, limiter.Waiting);
    }

    [Fact]
    public async Task A_store_that_fails_at_once_blocks_nobody()
    {
        var store = new ScriptedStore(asked => asked == 1 ? throw new InvalidOperationException("down") : new(TimeSpan.Zero));
        var limiter = new RequestRateLimiter(store, _time);
        await Assert.ThrowsAsync<InvalidOperationException>(() => limiter.SendAsync(Ten, Patience, CancellationToken.None).AsTask());
        Assert.True((await limiter.SendAsync(Ten, Patience, CancellationToken.None)).Acquired);
    }

    [Fact]
    public async Task A_wait_longer_than_any_timer_is_slept_in_days()
    {
        _time.Longest = TimeSpan.MaxValue;
        RateLimitBucket slow = Buckets.Of("slow", TimeSpan.FromDays(60), 1, 1, Padding);
        await AcquireAsync(slow);
        Task<RateLimitLease> caller = AcquireAsync(slow, TimeSpan.MaxValue);
        for (int day = 1; day <= 60; day++)
        {
            await Until.True(() => _time.Timers == day);
            _time.Advance(TimeSpan.FromDays(1));
        }

        await Until.True(() => _time.Timers == 61);
        Assert.False(caller.IsCompleted);
        _time.Advance(Padding);
        Assert.Equal(TimeSpan.FromDays(60) + Padding, (await caller).Waited);
    }

    [Fact]
    public async Task A_wait_of_a_fraction_of_a_millisecond_does_not_spin()
    {
        var store = new ScriptedStore(asked => new(asked == 1 ? TimeSpan.FromTicks(1) : TimeSpan.Zero));
        Task<RateLimitLease> caller = new RequestRateLimiter(store, _time).SendAsync(Ten, Patience, CancellationToken.None).AsTask();
        Assert.Equal(1, _time.Timers);
        Assert.Equal(1, store.Asked);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True((await caller).Acquired);
    }

    [Fact]
    public async Task Sleepers_do_not_poll()
    {
        await AcquireAsync(One);
        Task[] callers = [.. Enumerable.Range(0, 20).Select(_ => AcquireAsync(One))];
        _time.Advance(Second);
        Assert.Equal(1, _time.Timers);
        Assert.DoesNotContain(callers, c => c.IsCompleted);
    }

    [Fact]
    public void Without_a_wait_only_the_permit_is_allocated()
    {
        RateLimitBucket wide = Buckets.Of("wide", TimeSpan.FromTicks(1), 1_000_000, 999_999, TimeSpan.Zero);
        AcquireMany(100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AcquireMany(10_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000 * 48);

        void AcquireMany(int count)
        {
            for (int request = 0; request < count; request++)
            {
                ValueTask<RateLimitLease> lease = _limiter.AcquireAsync(wide, Patience, CancellationToken.None);
                if (!lease.IsCompletedSuccessfully || !lease.Result.Permit!.Written().AsTask().IsCompletedSuccessfully)
                    throw new InvalidOperationException("The limiter waited.");
            }
        }
    }

    [Fact]
    public async Task Lines_of_idle_sellers_are_dropped_and_lines_in_use_stay()
    {
        for (int seller = 0; seller < 10_000; seller++)
            await AcquireAsync(Ten with { Key = $"seller {seller}" });
        RateLimitBucket slow = One with { Interval = TimeSpan.FromHours(1) };
        await AcquireAsync(slow);
        Task<RateLimitLease> waiting = AcquireAsync(slow, TimeSpan.MaxValue);
        Assert.Equal(10_001, _limiter.LineCount);

        for (int minute = 0; minute < 2; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await AcquireAsync(Ten);
        }

        Assert.Equal(2, _limiter.LineCount);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.True((await waiting).Acquired);
    }

    [Fact]
    public async Task Sixty_four_threads_get_what_the_bucket_holds_and_then_one_per_interval()
    {
        using var go = new Barrier(64);
        var served = 0;
        Task[] callers =
        [
            .. Enumerable.Range(0, 64).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    go.SignalAndWait();
                    return CountAsync();
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap()),
        ];

        for (int second = 0; second < 55; second++)
        {
            await Until.True(() => _time.Timers == second + 1 && Volatile.Read(ref served) == 9 + second);
            _time.Advance(Second);
        }

        await Task.WhenAll(callers);
        Assert.Equal(64, served);

        async Task CountAsync()
        {
            Assert.True((await _limiter.SendAsync(Ten, TimeSpan.MaxValue, CancellationToken.None)).Acquired);
            Interlocked.Increment(ref served);
        }
    }

    [Fact]
    public async Task No_turn_is_lost_when_many_cancel_at_random()
    {
        RateLimitBucket fast = Buckets.Of("fast", TimeSpan.FromMilliseconds(10), 5, 4, TimeSpan.Zero);
        int acquired = 0, refused = 0, cancelled = 0;
        Task[] callers = [.. Enumerable.Range(0, 400).Select(caller => Task.Run(() => OneAsync(caller)))];
        Task all = Task.WhenAll(callers);
        await Until.True(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            return all.IsCompleted;
        });
        await all;
        Assert.Equal(400, acquired + refused + cancelled);
        Assert.True(acquired > 0);
        Assert.Equal(0, _limiter.Waiting);
        _time.Advance(Second);
        Assert.Equal(4, await DrainAsync(fast));

        async Task OneAsync(int caller)
        {
            using var cancel = new CancellationTokenSource();
            TimeSpan patience = caller % 5 == 0 ? TimeSpan.FromMilliseconds(50) : TimeSpan.MaxValue;
            Task<RateLimitLease> lease = _limiter.SendAsync(fast, patience, cancel.Token).AsTask();
            if (caller % 3 == 0)
            {
                await Task.Yield();
                await cancel.CancelAsync();
            }

            try
            {
                if ((await lease).Acquired)
                    Interlocked.Increment(ref acquired);
                else
                    Interlocked.Increment(ref refused);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cancelled);
            }
        }
    }

    [Fact]
    public async Task A_turn_that_comes_together_with_the_cancellation_is_passed_on()
    {
        for (int round = 0; round < 1000; round++)
        {
            using var cancel = new CancellationTokenSource();
            var first = new TaskCompletionSource<TimeSpan>();
            var store = new ScriptedStore(asked => asked == 1 ? new(first.Task) : new(TimeSpan.Zero));
            var limiter = new RequestRateLimiter(store, _time);
            Task<RateLimitLease> head = limiter.SendAsync(One, Patience, CancellationToken.None).AsTask();
            Task<RateLimitLease> cancelled = limiter.SendAsync(One, Patience, cancel.Token).AsTask();
            Task<RateLimitLease> last = limiter.SendAsync(One, Patience, CancellationToken.None).AsTask();

            // The head passes its turn within this call; whether the next one sees it before its cancellation is a race.
            first.SetResult(TimeSpan.Zero);
            cancel.Cancel();
            await Until.True(() => head.IsCompleted && cancelled.IsCompleted && last.IsCompleted);
            Assert.True((await last).Acquired);
        }
    }

    private Task<RateLimitLease> AcquireAsync(RateLimitBucket bucket, TimeSpan? maxWait = null) =>
        _limiter.SendAsync(bucket, maxWait ?? Patience, CancellationToken.None).AsTask();

    private async Task<int> DrainAsync(RateLimitBucket bucket)
    {
        int taken = 0;
        while ((await AcquireAsync(bucket, TimeSpan.Zero)).Acquired)
            taken++;
        return taken;
    }
}
