namespace Wildberries.Sdk.IntegrationTests;

/// <summary>
/// A clock that runs fast, so that waits of seconds pass in milliseconds while real sockets are at work. A clock that the test moves by
/// hand would run ahead of them.
/// </summary>
internal sealed class FastClock(int speed = 20) : TimeProvider
{
    private readonly DateTimeOffset _startedAt = System.GetUtcNow();
    private readonly long _started = System.GetTimestamp();
    private long _stepped;
    private int _timers;

    /// <summary>How many times as fast as the real one it runs: what shall not end a call on a busy machine must be that much longer.</summary>
    public int Speed { get; } = speed;

    /// <summary>How many timers were made and are not disposed.</summary>
    public int Timers => Volatile.Read(ref _timers);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _startedAt.AddTicks(GetTimestamp() + Volatile.Read(ref _stepped));

    /// <summary>Sets the clock on the wall forward or back; time itself goes on as it did.</summary>
    public void Step(TimeSpan time) => Interlocked.Add(ref _stepped, time.Ticks);

    public override long GetTimestamp() => System.GetElapsedTime(_started).Ticks * Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _timers);
        return new Timer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), this);
    }

    // Rounded up: a timer must not fire before its time.
    private TimeSpan Shorten(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / Speed));

    private sealed class Timer(ITimer timer, FastClock clock) : ITimer
    {
        private int _disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
                Interlocked.Decrement(ref clock._timers);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
