using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>What a permit does to those behind it, until somebody says what became of it.</summary>
public sealed class RateLimitPermitTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly RateLimitBucket One = Buckets.Of("one", Second, 1, 1, Padding);
    private static readonly RateLimitBucket Three = Buckets.Of("three", Second, 3, 3, Padding);
    private static readonly RateLimitBucket Ten = Buckets.Of("ten", Second, 10, 9, TimeSpan.Zero);

    private readonly CountingTimeProvider _time = new();
    private readonly InMemoryRateLimitStore _store;
    private readonly RequestRateLimiter _limiter;

    public RateLimitPermitTests()
    {
        _store = new(_time);
        _limiter = new(_store, _time);
    }

    [Fact]
    public async Task At_burst_1_the_interval_begins_when_the_request_is_written()
    {
        RateLimitPermit permit = Take(One);
        Task<RateLimitLease> next = WaitAsync(One);
        _time.Advance(Second * 5);
        Assert.False(next.IsCompleted);
        Assert.True(permit.Written().AsTask().IsCompletedSuccessfully);
        await Until.True(() => _time.Timers == 1);
        _time.Advance(Second + Padding - TimeSpan.FromMilliseconds(1));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((Second * 6) + Padding, (await next).Waited);
    }

    [Fact]
    public async Task What_leaves_the_process_slowly_keeps_the_next_one_at_a_larger_distance()
    {
        await Take(One).Written(slowly: true);
        Assert.Equal(Second + TimeSpan.FromMilliseconds(250), _store.GetState("one").FullIn);

        // A bucket with a request in reserve has a whole interval of distance anyway, and who wants no padding gets none.
        await Take(Ten).Written(slowly: true);
        Assert.Equal(Second, _store.GetState("ten").FullIn);
        await Take(One with { Key = "bare", Padding = TimeSpan.Zero }).Written(slowly: true);
        Assert.Equal(Second, _store.GetState("bare").FullIn);
    }

    [Fact]
    public async Task A_permit_that_is_given_up_lets_the_next_one_ask()
    {
        RateLimitPermit permit = Take(One);
        Task<RateLimitLease> next = WaitAsync(One);
        _time.Advance(Second * 5);
        await permit.NotWritten();
        Assert.Equal(Second * 5, (await next).Waited);
    }

    [Fact]
    public async Task What_was_not_written_is_given_back_so_that_a_slow_limit_is_not_lost_to_a_failed_connection()
    {
        var day = Buckets.Of("day", TimeSpan.FromDays(1), 1, 1, Padding);
        for (int i = 0; i < 3; i++)
        {
            RateLimitPermit permit = Take(day);
            _time.Advance(Second);
            await permit.NotWritten();
        }

        await Take(day).Written();
        Assert.Null(Try(day));
    }

    [Fact]
    public async Task Where_more_has_happened_to_the_bucket_nothing_is_given_back()
    {
        RateLimitPermit first = Take(Three);
        await Take(Three).Written();
        await first.NotWritten();
        Assert.Equal((Second * 2) + Padding, _store.GetState("three").FullIn);
    }

    [Fact]
    public async Task Each_request_that_is_still_to_be_written_may_arrive_right_behind()
    {
        RateLimitPermit first = Take(Three), second = Take(Three);
        _time.Advance(Padding);
        RateLimitPermit third = Take(Three);
        _time.Advance(Second * 5);
        Assert.Null(Try(Three));
        await first.Written();
        Assert.Equal((Second * 3) + Padding, _store.GetState("three").FullIn);
        _time.Advance(Second / 2);
        await second.NotWritten();
        await third.Written();
        Assert.Equal((Second * 2.5) + Padding, _store.GetState("three").FullIn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_several_sayings_the_first_one_counts(bool written)
    {
        RateLimitPermit permit = Take(One);
        _time.Advance(Second * 5);
        if (written)
            await permit.Written();
        else
            await permit.NotWritten();
        TimeSpan full = _store.GetState("one").FullIn;
        Assert.Equal(written ? Second + Padding : TimeSpan.Zero, full);
        _time.Advance(Second * 2);
        await permit.Written();
        await permit.NotWritten();
        await permit.Written();
        Assert.Equal(TimeSpan.Zero, _store.GetState("one").FullIn);

        // One permit, and not three, has been given back.
        Take(One);
        Assert.Null(Try(One));
    }

    [Fact]
    public async Task With_one_in_reserve_a_small_delay_of_a_single_request_changes_nothing()
    {
        RateLimitPermit quick = Take(Ten);
        _time.Advance(Second / 8);
        await quick.Written();
        Assert.Equal(Second * 7 / 8, _store.GetState("ten").FullIn);
        _time.Advance(Second);

        RateLimitPermit slow = Take(Ten);
        _time.Advance((Second / 8) + TimeSpan.FromTicks(1));
        await slow.Written();
        Assert.Equal(Second, _store.GetState("ten").FullIn);
    }

    [Fact]
    public async Task Who_could_not_wait_for_an_interval_after_it_is_refused_at_once()
    {
        RateLimitPermit permit = Take(One);
        var refused = new RateLimitLease(null, TimeSpan.Zero, Second + Padding);
        Assert.Equal(refused, await _limiter.AcquireAsync(One, TimeSpan.Zero, CancellationToken.None));
        Assert.Equal(refused, await _limiter.AcquireAsync(One, Second, CancellationToken.None));
        await permit.Written();
    }

    [Fact]
    public async Task While_a_request_is_not_written_everybody_is_refused_when_their_own_patience_ends()
    {
        _time.Longest = Patience;
        Take(One);
        TimeSpan step = Second + Padding;
        Task<RateLimitLease> head = WaitAsync(One, Second * 30);
        Task<RateLimitLease> hasty = WaitAsync(One, Second * 5);
        Task<RateLimitLease> patient = WaitAsync(One, Second * 20);

        // The head is woken by whoever has less patience, and sleeps no longer than that.
        await Until.True(() => _time.LastDue == Second * 5 - (step * 2));
        await AdvanceUntilAsync(hasty);
        Assert.Equal(new RateLimitLease(null, default, step * 2), (await hasty) with { Waited = default });
        Assert.InRange((await hasty).Waited, Second * 5 - (step * 2), Second * 5 - step);
        await Until.True(() => _time.LastDue > Second * 5);
        await AdvanceUntilAsync(patient);
        Assert.InRange((await patient).Waited, Second * 20 - (step * 2), Second * 20 - step);
        await AdvanceUntilAsync(head);
        Assert.Equal(step, (await head).RetryAfter);
        Assert.InRange((await head).Waited, Second * 30 - step, Second * 30);
        Assert.Equal(0, _limiter.Waiting);
    }

    [Fact]
    public async Task A_head_that_is_cancelled_while_it_waits_for_that_passes_its_turn()
    {
        using var cancel = new CancellationTokenSource();
        RateLimitPermit permit = Take(One);
        Task<RateLimitLease> head = _limiter.AcquireAsync(One, Patience, cancel.Token).AsTask();
        Task<RateLimitLease> next = WaitAsync(One);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => head);
        await permit.Written();
        await Until.True(() => _time.Timers == 1);
        _time.Advance(Second + Padding);
        Assert.True((await next).Acquired);
    }

    [Fact]
    public async Task A_line_with_a_permit_under_way_is_not_forgotten()
    {
        RateLimitPermit permit = Take(One);
        for (int minute = 0; minute < 5; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Take(Ten).Written();
        }

        Assert.Null(Try(One));
        await permit.Written();
        _time.Advance(Second + Padding);
        Take(One);
    }

    [Fact]
    public async Task A_slow_store_holds_nobody_up_who_writes_but_those_behind_wait_until_it_knows()
    {
        var knows = new TaskCompletionSource();
        var store = new ScriptedStore(_ => default, () => new(knows.Task));
        var limiter = new RequestRateLimiter(store, _time);
        RateLimitPermit permit = (await limiter.AcquireAsync(One, Patience, CancellationToken.None)).Permit!;
        ValueTask told = permit.Written();
        Assert.False(told.IsCompleted);
        Task<RateLimitLease> next = limiter.AcquireAsync(One, Patience, CancellationToken.None).AsTask();
        await Until.True(() => store.Told == 1);
        Assert.Equal(1, store.Asked);
        knows.SetResult();
        await told;
        Assert.True((await next).Acquired);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_fails_to_learn_of_it_holds_nobody_up(bool synchronously)
    {
        var store = new ScriptedStore(
            _ => default, () => synchronously ? throw new InvalidOperationException("down") : ValueTask.FromException(new InvalidOperationException("down")));
        var limiter = new RequestRateLimiter(store, _time);
        RateLimitPermit permit = (await limiter.AcquireAsync(One, Patience, CancellationToken.None)).Permit!;
        Assert.Equal("down", (await Assert.ThrowsAsync<InvalidOperationException>(() => permit.Written().AsTask())).Message);
        Assert.True((await limiter.AcquireAsync(One, Patience, CancellationToken.None)).Acquired);
    }

    [Fact]
    public async Task A_store_that_hangs_over_it_holds_the_next_one_up_for_five_seconds()
    {
        var store = new ScriptedStore(_ => default, () => new(new TaskCompletionSource().Task));
        var limiter = new RequestRateLimiter(store, _time);
        RateLimitPermit permit = (await limiter.AcquireAsync(One, Patience, CancellationToken.None)).Permit!;
        Task told = permit.Written().AsTask();
        Task<RateLimitLease> next = limiter.AcquireAsync(One, Patience, CancellationToken.None).AsTask();
        await Until.True(() => _time.Timers == 1);
        _time.Advance(Second * 5);
        await Assert.ThrowsAsync<TimeoutException>(() => told);
        Assert.Equal(Second * 5, (await next).Waited);
    }

    private RateLimitPermit Take(RateLimitBucket bucket) => Try(bucket) ?? throw new InvalidOperationException("There is no permit.");

    private RateLimitPermit? Try(RateLimitBucket bucket)
    {
        Task<RateLimitLease> lease = _limiter.AcquireAsync(bucket, TimeSpan.Zero, CancellationToken.None).AsTask();
        Assert.True(lease.IsCompletedSuccessfully);
        return lease.Result.Permit;
    }

    private Task<RateLimitLease> WaitAsync(RateLimitBucket bucket, TimeSpan? patience = null) =>
        _limiter.AcquireAsync(bucket, patience ?? Patience, CancellationToken.None).AsTask();

    // Step by step, and each time until those who woke sleep again.
    private async Task AdvanceUntilAsync(Task task)
    {
        for (int step = 0; step < 160 && !task.IsCompleted; step++)
        {
            int timers = _time.Timers;
            _time.Advance(TimeSpan.FromMilliseconds(250));
            for (int turn = 0; turn < 20_000 && !task.IsCompleted && timers == _time.Timers; turn++)
                await Task.Yield();
        }
    }
}
