using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Wildberries.Sdk.Testing.Tests;

/// <summary>A clock that tells when somebody starts to wait on it, so that no test has to poll.</summary>
internal sealed class SignallingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<ITimer> _timers = Channel.CreateUnbounded<ITimer>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(timer);
        return timer;
    }

    public async Task WaitForTimerAsync() => await _timers.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
