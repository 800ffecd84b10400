using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.Http;

public sealed class AttemptTimerTests
{
    [Fact]
    public void A_source_that_has_not_fired_serves_the_next_attempt_and_keeps_nothing_of_the_one_before()
    {
        var timer = new AttemptTimer(TimeProvider.System);
        bool told = false;
        AttemptTimer.Lease first = timer.Start(TimeSpan.FromHours(1));
        using (first.Source.Token.Register(() => told = true))
            first.Dispose();
        AttemptTimer.Lease second = timer.Start(TimeSpan.FromHours(1));
        Assert.Same(first.Source, second.Source);
        Assert.False(second.Source.IsCancellationRequested);
        second.Source.Cancel();
        Assert.False(told);
        second.Dispose();
    }

    [Fact]
    public void A_source_that_was_cancelled_is_never_used_again()
    {
        var timer = new AttemptTimer(TimeProvider.System);
        AttemptTimer.Lease first = timer.Start(TimeSpan.FromHours(1));
        first.Source.Cancel();
        first.Dispose();
        AttemptTimer.Lease second = timer.Start(TimeSpan.FromHours(1));
        Assert.NotSame(first.Source, second.Source);
        Assert.False(second.Source.IsCancellationRequested);
        second.Dispose();
    }

    [Fact]
    public void Two_attempts_at_a_time_have_a_source_each()
    {
        var timer = new AttemptTimer(TimeProvider.System);
        timer.Start(TimeSpan.FromHours(1)).Dispose();
        AttemptTimer.Lease first = timer.Start(TimeSpan.FromHours(1));
        AttemptTimer.Lease second = timer.Start(TimeSpan.FromHours(1));
        Assert.NotSame(first.Source, second.Source);
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public void Another_clock_is_obeyed()
    {
        var clock = new FakeTimeProvider();
        var timer = new AttemptTimer(clock);
        for (int i = 0; i < 2; i++)
        {
            AttemptTimer.Lease lease = timer.Start(TimeSpan.FromSeconds(3));
            clock.Advance(TimeSpan.FromSeconds(2));
            Assert.False(lease.Source.IsCancellationRequested);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True(lease.Source.IsCancellationRequested);
            lease.Dispose();
        }
    }
}
