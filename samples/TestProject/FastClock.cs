namespace TestProject;

/// <summary>
/// A clock that runs a hundred times as fast: waits of seconds, for limits and for uploads, pass in milliseconds, and nobody has to move it. Where the hour matters
/// and nothing waits, take a FakeTimeProvider.
/// </summary>
internal sealed class FastClock : TimeProvider
{
    private const int Speed = 100;

    private readonly DateTimeOffset _startedAt = System.GetUtcNow();
    private readonly long _started = System.GetTimestamp();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _startedAt.AddTicks(GetTimestamp());

    public override long GetTimestamp() => System.GetElapsedTime(_started).Ticks * Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)));

    // Rounded up: a timer must not fire before its time.
    private static TimeSpan Shorten(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / Speed));

    private sealed class Timer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Shorten(dueTime), Shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
