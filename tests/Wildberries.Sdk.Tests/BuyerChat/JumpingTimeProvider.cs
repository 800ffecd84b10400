using Microsoft.Extensions.Time.Testing;

namespace Wildberries.Sdk.Tests.BuyerChat;

/// <summary>A clock that jumps over every wait as soon as somebody begins one, and notes how long it would have been.</summary>
internal sealed class JumpingTimeProvider : FakeTimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>A timer for longer than this is a deadline: it is left to come.</summary>
    public TimeSpan LongestJump { get; init; } = TimeSpan.MaxValue;

    /// <summary>Called with the number of the wait before the clock jumps.</summary>
    public Action<int>? OnWait { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > LongestJump)
            return timer;
        Waits.Add(dueTime);
        OnWait?.Invoke(Waits.Count);
        // Not from within: the one who waits does not have its timer yet.
        ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
