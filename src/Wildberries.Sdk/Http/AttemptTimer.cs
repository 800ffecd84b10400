using System.Collections.Concurrent;

namespace Wildberries.Sdk.Http;

/// <summary>
/// Bounds the time of attempts. A source of cancellation with its timer is most of what that costs, and nearly none ever fires: one that has not serves the
/// next attempt, as in ASP.NET Core's own server. A token given to a handler means nothing after the handler has ended.
/// </summary>
internal sealed class AttemptTimer(TimeProvider timeProvider)
{
    private const int MaxSpare = 64;

    private readonly ConcurrentQueue<CancellationTokenSource> _spare = new();

    /// <summary>Starts the time of an attempt.</summary>
    /// <param name="timeout">How long it may take.</param>
    /// <returns>What is cancelled when the time is over; to be disposed of when the attempt has ended, after everything that was registered with it.</returns>
    public Lease Start(TimeSpan timeout)
    {
        // Only timers of the system's clock can be set anew.
        if (timeProvider != TimeProvider.System)
            return new Lease(this, new CancellationTokenSource(timeout, timeProvider));
        if (!_spare.TryDequeue(out CancellationTokenSource? source))
            source = new CancellationTokenSource();
        source.CancelAfter(timeout);
        return new Lease(this, source);
    }

    private void End(CancellationTokenSource source)
    {
        if (timeProvider == TimeProvider.System && _spare.Count < MaxSpare && source.TryReset())
            _spare.Enqueue(source);
        else
            source.Dispose();
    }

    internal readonly struct Lease(AttemptTimer timer, CancellationTokenSource source) : IDisposable
    {
        public CancellationTokenSource Source => source;

        public void Dispose() => timer.End(source);
    }
}
