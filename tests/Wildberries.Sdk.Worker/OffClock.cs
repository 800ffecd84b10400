namespace Wildberries.Sdk.Worker;

/// <summary>A clock that goes wrong: it is off, and once a second it jumps to be off the other way.</summary>
internal sealed class OffClock(TimeSpan off) : TimeProvider
{
    private readonly long _start = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ((int)System.GetElapsedTime(_start).TotalSeconds % 2 == 0 ? off : -off);
}
