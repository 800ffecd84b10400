using Microsoft.Extensions.Time.Testing;

namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>
/// A clock of the test's own that counts the timers that run or have rung: one more means that a head has gone to sleep. One that was put away before
/// it rang does not count, nor a long one: that is the patience of a head that waits for another's request to be written.
/// </summary>
internal sealed class CountingTimeProvider : FakeTimeProvider
{
    private int _timers;

    public TimeSpan Longest { get; set; } = TimeSpan.FromSeconds(35);

    /// <summary>For how long the last timer was set that counts.</summary>
    public TimeSpan LastDue { get; private set; }

    public int Timers => Volatile.Read(ref _timers);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > Longest)
            return base.CreateTimer(callback, state, dueTime, period);
        var counted = new Timer(this);
        counted.Inner = base.CreateTimer(
            _ =>
            {
                counted.Ring();
                callback(state);
            },
            null,
            dueTime,
            period);

        // Not before it runs: the test moves the clock as soon as it sees this.
        LastDue = dueTime;
        Interlocked.Increment(ref _timers);
        return counted;
    }

    private sealed class Timer(CountingTimeProvider clock) : ITimer
    {
        private int _isOver;

        public ITimer? Inner { get; set; }

        public void Ring() => Interlocked.Exchange(ref _isOver, 1);

        public bool Change(TimeSpan dueTime, TimeSpan period) => Inner!.Change(dueTime, period);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
                Interlocked.Decrement(ref clock._timers);
            Inner!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
