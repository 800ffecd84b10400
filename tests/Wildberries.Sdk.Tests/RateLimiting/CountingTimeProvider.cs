using Microsoft.Extensions.Time.Testing;

namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>A clock of the test's own that counts the timers made with it: a new timer means that a head has gone to sleep.</summary>
internal sealed class CountingTimeProvider : FakeTimeProvider
{
    private int _timers;

    public int Timers => Volatile.Read(ref _timers);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Increment(ref _timers);
        return timer;
    }
}
