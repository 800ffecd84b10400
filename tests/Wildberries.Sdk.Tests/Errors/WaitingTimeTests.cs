using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Errors;

public sealed class WaitingTimeTests
{
    private readonly JumpingTimeProvider _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<double> Waits => _clock.Waits.Select(wait => wait.TotalSeconds);

    [Fact]
    public async Task Limits_and_outages_are_waited_for_as_long_as_there_is_time()
    {
        var failures = new Queue<Exception>(
        [
            new WildberriesRateLimitException("429") { RetryAfter = TimeSpan.FromMinutes(5) },
            new WildberriesRateLimitException("429"),
            new WildberriesRateLimitException("429") { RetryAfter = TimeSpan.Zero },
            .. Enumerable.Repeat(new WildberriesServerException("502"), 8),
        ]);
        var time = new WaitingTime(TimeSpan.FromHours(1), _clock);
        Assert.Equal(7, await time.ReadAsync(() => failures.TryDequeue(out Exception? failure) ? Task.FromException<int>(failure) : Task.FromResult(7), Cancel));
        Assert.Equal([300, 60, 1, 1, 2, 4, 8, 16, 32, 60, 60], Waits);
    }

    [Fact]
    public async Task When_there_is_no_time_for_a_pause_the_failure_itself_comes()
    {
        var time = new WaitingTime(TimeSpan.FromSeconds(10), _clock);
        var failure = new WildberriesServerException("502");
        Assert.Same(failure, await Assert.ThrowsAsync<WildberriesServerException>(() => time.ReadAsync<int>(() => throw failure, Cancel)));
        Assert.Equal([1, 2, 4], Waits);
        var access = new WildberriesAccessException("403");
        Assert.Same(access, await Assert.ThrowsAsync<WildberriesAccessException>(() => new WaitingTime(null, _clock).ReadAsync<int>(() => throw access, Cancel)));
    }

    [Theory]
    [InlineData(Delivery.NotSent, 2)]
    [InlineData(Delivery.Unknown, 1)]
    [InlineData(Delivery.Answered, 1)]
    public async Task A_write_is_sent_again_only_if_it_certainly_did_not_reach_WB(Delivery delivery, int calls)
    {
        int sent = 0;
        Exception? exception = await Record.ExceptionAsync(() => new WaitingTime(null, _clock).WriteAsync(
            () => ++sent == 1 ? throw new WildberriesConnectionException("reset") { Delivery = delivery } : Task.CompletedTask, Cancel));
        Assert.Equal(calls, sent);
        Assert.Equal(calls == 2, exception is null);
    }

    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(3, 2, "3")]
    [InlineData(5, 2, "5")]
    [InlineData(100, 6, "5 10 20 20 20 20 5")]
    public async Task It_is_looked_again_after_longer_and_longer_pauses_and_once_more_when_the_time_is_over(int seconds, int atLeast, string waits)
    {
        int looks = 0;
        Assert.False(await new WaitingTime(TimeSpan.FromSeconds(seconds), _clock).PollAsync(
            () =>
            {
                looks++;
                return Task.FromResult(false);
            },
            TimeSpan.FromSeconds(5),
            TimeSpan.FromSeconds(20),
            Cancel));
        Assert.Equal(waits, string.Join(' ', Waits));
        Assert.Equal(_clock.Waits.Count + 1, looks);
        Assert.True(looks >= atLeast);
    }

    [Fact]
    public async Task What_is_done_is_not_looked_at_again()
    {
        int looks = 0;
        Assert.True(await new WaitingTime(null, _clock).PollAsync(() => Task.FromResult(++looks == 2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), Cancel));
        Assert.Equal((2, 1), (looks, _clock.Waits.Count));
    }

    [Fact]
    public async Task No_pause_is_so_short_that_it_is_none()
    {
        // Timers cut to whole milliseconds: less than one would be a loop without a pause.
        Assert.True(await new WaitingTime(null, _clock).TryPauseAsync(TimeSpan.FromTicks(1), Cancel));
        Assert.True(await new WaitingTime(null, _clock).TryPauseAsync(TimeSpan.FromMilliseconds(1.5), Cancel));
        Assert.Equal([TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2)], _clock.Waits);
    }

    [Fact]
    public async Task The_time_is_over_when_it_is_over()
    {
        var clock = new FakeTimeProvider();
        var time = new WaitingTime(TimeSpan.FromMinutes(1), clock, "Warehouses.UpdateStocks");
        time.ThrowIfOver("x");
        Assert.False(await time.TryPauseAsync(TimeSpan.FromSeconds(61), Cancel));
        clock.Advance(TimeSpan.FromMinutes(1));
        var exception = Assert.Throws<WildberriesTimeoutException>(() => time.ThrowIfOver("nothing came."));
        Assert.Equal(("Warehouses.UpdateStocks", Delivery.NotSent, TimeSpan.FromMinutes(1)), (exception.Operation, exception.Delivery, exception.Timeout));
        Assert.Contains("Gave up after 60 s: nothing came.", exception.Message, StringComparison.Ordinal);
        new WaitingTime(null, clock).ThrowIfOver("x");
    }
}
