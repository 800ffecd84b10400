using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>What holds of every store: the tests of each one run these against it, on a clock that they move.</summary>
public abstract class RateLimitStoreLaws
{
    protected static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    protected static readonly TimeSpan Padding = TimeSpan.FromMilliseconds(20);
    protected static readonly RateLimitBucket One = Buckets.Of("one", Second, 1, 1, Padding);
    protected static readonly RateLimitBucket Three = Buckets.Of("three", Second, 3, 3, Padding);
    protected static readonly RateLimitBucket Ten = Buckets.Of("ten", Second, 10, 9, TimeSpan.Zero);

    // The finest that every store counts in.
    private static readonly TimeSpan Moment = TimeSpan.FromMicroseconds(1);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A store in which every bucket is full and open.</summary>
    protected abstract IRateLimitStore Store { get; }

    /// <summary>Whether the store does what it may leave out: open a bucket again.</summary>
    protected virtual bool Reopens => true;

    /// <summary>Whether the store does what it may leave out: keep which tokens WB has taken.</summary>
    protected virtual bool KeepsTokens => true;

    protected abstract Task AdvanceAsync(TimeSpan time);

    [Fact]
    public async Task A_burst_of_one_spaces_requests_by_interval_and_padding()
    {
        for (int request = 0; request < 5; request++)
        {
            Assert.Equal(TimeSpan.Zero, await TakeAsync(One));
            Assert.Equal(Second + Padding, await TakeAsync(One));
            await AdvanceAsync(Second + Padding - Moment);
            Assert.Equal(Moment, await TakeAsync(One));
            await AdvanceAsync(Moment);
        }
    }

    [Fact]
    public async Task A_small_burst_pays_the_padding_once_in_a_busy_period()
    {
        Assert.Equal(TimeSpan.Zero, await TakeAsync(Three));
        Assert.Equal(TimeSpan.Zero, await TakeAsync(Three));
        Assert.Equal(Padding, await TakeAsync(Three));
        await AdvanceAsync(Padding);
        for (int request = 0; request < 5; request++)
        {
            Assert.Equal(TimeSpan.Zero, await TakeAsync(Three));
            Assert.Equal(Second, await TakeAsync(Three));
            await AdvanceAsync(Second);
        }
    }

    [Fact]
    public async Task A_larger_burst_gives_its_capacity_at_once_and_then_one_per_interval()
    {
        Assert.Equal(9, await DrainAsync(Ten));
        Assert.Equal(Second, await TakeAsync(Ten));
        await AdvanceAsync(Second / 2);
        Assert.Equal(Second / 2, await TakeAsync(Ten));
        await AdvanceAsync(Second / 2);
        Assert.Equal(1, await DrainAsync(Ten));
        await AdvanceAsync(Second * 4.5);
        Assert.Equal(4, await DrainAsync(Ten));
        Assert.Equal(Second / 2, await TakeAsync(Ten));
        await AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(9, await DrainAsync(Ten));
    }

    [Fact]
    public async Task A_charge_costs_as_many_intervals_as_it_has_requests()
    {
        await TakeAsync(Ten);
        await Store.ChargeAsync(Ten, 9, Cancel);
        Assert.Equal(Second * 2, await TakeAsync(Ten));
        await Store.ChargeAsync(Ten, 0, Cancel);
        await Store.ChargeAsync(Ten, -5, Cancel);
        Assert.Equal(Second * 2, await TakeAsync(Ten));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("three")]
    [InlineData("ten")]
    public async Task A_closed_bucket_opens_with_exactly_one_request(string key)
    {
        RateLimitBucket bucket = new[] { One, Three, Ten }.Single(b => b.Key == key);
        await Store.CloseAsync(bucket, Second * 30, Cancel);
        Assert.Equal(Second * 30, await TakeAsync(bucket));
        await AdvanceAsync(Second * 30);
        Assert.Equal(1, await DrainAsync(bucket));
        await AdvanceAsync(bucket.Capacity == 1 ? Second + Padding : Second);
        Assert.Equal(1, await DrainAsync(bucket));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("three")]
    [InlineData("ten")]
    public async Task A_closed_bucket_that_is_opened_again_gives_one_request_and_goes_on_at_its_pace(string key)
    {
        RateLimitBucket bucket = new[] { One, Three, Ten }.Single(b => b.Key == key);
        await Store.CloseAsync(bucket, TimeSpan.FromDays(30), Cancel);
        await AdvanceAsync(Second);
        await Store.ReopenAsync(bucket, Cancel);
        if (!Reopens)
        {
            Assert.Equal(TimeSpan.FromDays(30) - Second, await TakeAsync(bucket));
            return;
        }

        Assert.Equal(1, await DrainAsync(bucket));
        await AdvanceAsync(bucket.Capacity == 1 ? Second + Padding : Second);
        Assert.Equal(1, await DrainAsync(bucket));

        // A 429 after it closes the bucket as any other.
        await Store.CloseAsync(bucket, Second * 30, Cancel);
        Assert.Equal(Second * 30, await TakeAsync(bucket));
        Assert.Equal(Second * 30, await TakeAsync(bucket));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("ten")]
    public async Task A_bucket_that_is_merely_used_up_is_not_opened(string key)
    {
        RateLimitBucket bucket = new[] { One, Ten }.Single(b => b.Key == key);
        await DrainAsync(bucket);
        TimeSpan wait = await TakeAsync(bucket);
        await Store.ReopenAsync(bucket, Cancel);
        Assert.Equal(wait, await TakeAsync(bucket));
    }

    [Fact]
    public async Task A_shorter_closing_opens_nothing()
    {
        await Store.CloseAsync(Ten, Second * 30, Cancel);
        await Store.CloseAsync(Ten, Second, Cancel);
        await Store.CloseAsync(Ten, -Second, Cancel);
        Assert.Equal(Second * 30, await TakeAsync(Ten));
    }

    [Fact]
    public async Task What_another_process_has_used_is_not_used_again()
    {
        await TakeAsync(Ten);
        await Store.ReportRemainingAsync(Ten, 4, TimeSpan.Zero, Cancel);
        Assert.Equal(4, await DrainAsync(Ten));
    }

    [Fact]
    public async Task A_report_counts_from_the_time_its_request_was_sent()
    {
        await TakeAsync(Ten);
        await AdvanceAsync(Second * 2);
        await Store.ReportRemainingAsync(Ten, 0, Second * 2, Cancel);
        Assert.Equal(2, await DrainAsync(Ten));
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
        await TakeAsync(Ten);
        await Store.ReportRemainingAsync(Ten, remaining, TimeSpan.Zero, Cancel);
        Assert.Equal(left, await DrainAsync(Ten));
        await Store.ReportRemainingAsync(Ten, 9, TimeSpan.FromDays(-1), Cancel);
        Assert.Equal(0, await DrainAsync(Ten));
    }

    [Fact]
    public async Task At_burst_1_the_interval_begins_when_the_request_was_written()
    {
        await TakeAsync(One);
        await AdvanceAsync(Second * 3);
        await Store.ReportWrittenAsync(One, 0, Second / 4, Cancel);
        Assert.Equal((Second * 0.75) + Padding, await TakeAsync(One));
        await Store.ReportWrittenAsync(One, 0, Second, Cancel);
        Assert.Equal((Second * 0.75) + Padding, await TakeAsync(One));
    }

    [Fact]
    public async Task Each_request_still_to_be_written_counts_as_if_it_came_right_behind()
    {
        Assert.Equal(9, await DrainAsync(Ten));
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await Store.ReportWrittenAsync(Ten, 3, TimeSpan.Zero, Cancel);
        Assert.Equal(5, await DrainAsync(Ten));
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await Store.ReportWrittenAsync(Ten, 8, Second * 2, Cancel);
        Assert.Equal(2, await DrainAsync(Ten));
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await Store.ReportWrittenAsync(Three, 2, TimeSpan.Zero, Cancel);
        Assert.Equal(Second + Padding, await TakeAsync(Three));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(int.MaxValue)]
    public async Task A_request_that_was_written_never_fills_the_bucket_nor_empties_more_than_it(int unwritten)
    {
        Assert.Equal(9, await DrainAsync(Ten));
        await Store.ReportWrittenAsync(Ten, unwritten, TimeSpan.Zero, Cancel);
        Assert.Equal(Second, await TakeAsync(Ten));
        await Store.ReportWrittenAsync(Ten, unwritten, TimeSpan.FromDays(1), Cancel);
        Assert.Equal(Second, await TakeAsync(Ten));
    }

    [Fact]
    public async Task A_limit_may_change_while_its_bucket_is_in_use()
    {
        Assert.Equal(9, await DrainAsync(Ten));
        Assert.Equal(Second * 9, await TakeAsync(Ten with { Burst = 1, Capacity = 1 }));
        Assert.Equal(11, await DrainAsync(Ten with { Burst = 20, Capacity = 20, Interval = Second }));
        Assert.True(await TakeAsync(Ten with { Interval = TimeSpan.FromHours(1) }) == TimeSpan.Zero);
    }

    [Fact]
    public async Task Absurd_figures_neither_throw_nor_open_the_bucket()
    {
        RateLimitBucket absurd = Buckets.Of("absurd", TimeSpan.MaxValue, int.MaxValue, int.MaxValue, TimeSpan.MaxValue);
        for (int request = 0; request < 1000; request++)
            await TakeAsync(absurd);
        await Store.ChargeAsync(absurd, int.MaxValue, Cancel);
        await Store.ReportRemainingAsync(absurd, 0, TimeSpan.MaxValue, Cancel);
        await Store.ReportRemainingAsync(absurd, 0, TimeSpan.MinValue, Cancel);
        await Store.ReportWrittenAsync(absurd, int.MaxValue, TimeSpan.MinValue, Cancel);
        await Store.ReportWrittenAsync(absurd, int.MinValue, TimeSpan.MaxValue, Cancel);
        await Store.CloseAsync(absurd, TimeSpan.MaxValue, Cancel);
        Assert.True(await TakeAsync(absurd) > TimeSpan.FromDays(365));

        RateLimitBucket zero = Buckets.Of("zero", TimeSpan.Zero, 0, 0, TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, await TakeAsync(zero));
        Assert.Equal(TimeSpan.Zero, await TakeAsync(zero));
    }

    [Fact]
    public async Task A_token_that_WB_has_taken_is_known_and_no_other()
    {
        const string Token = "00112233445566778899aabbccddeeff";
        Assert.False(await Store.IsTokenProvenAsync(Token, Cancel));
        await Store.MarkTokenProvenAsync(Token, Cancel);
        await Store.MarkTokenProvenAsync(Token, Cancel);
        Assert.Equal(KeepsTokens, await Store.IsTokenProvenAsync(Token, Cancel));
        Assert.False(await Store.IsTokenProvenAsync("f" + Token[1..], Cancel));
    }

    protected async Task<TimeSpan> TakeAsync(RateLimitBucket bucket) => await Store.TryTakeAsync(bucket, Cancel);

    protected async Task<int> DrainAsync(RateLimitBucket bucket)
    {
        int taken = 0;
        while (await TakeAsync(bucket) == TimeSpan.Zero)
            taken++;
        return taken;
    }
}
