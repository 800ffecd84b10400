using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.State;

/// <summary>
/// A right that one process at a time has, kept in an <see cref="IStateStore"/>: taken, renewed and given back by compare-and-set, so that the version is its
/// fencing number. A process that dies lets it run out.
/// </summary>
/// <remarks>
/// Clocks of machines differ, so another's lease is over when it has been seen unchanged for its whole duration by this clock, or when its end lies a
/// duration in the past. The holder counts by its own clock, and stops before the others may begin.
/// </remarks>
internal sealed class StateLease : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(5);

    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly string _name;
    private readonly TimeSpan _duration;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _ended = new();
    private readonly string _holder = Guid.NewGuid().ToString("N");
    private Task _renewing = Task.CompletedTask;
    private long _version;
    private long _renewedAt;

    private StateLease(IStateStore store, string sellerId, string name, TimeSpan duration, TimeProvider clock)
    {
        _store = store;
        _sellerId = sellerId;
        _name = name;
        _duration = duration;
        _clock = clock;
        _lost = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
    }

    /// <summary>
    /// Cancelled when the lease is no longer this one's, or has not been renewed in time, whatever the store does: what it protects must not be touched any more.
    /// </summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Whether it may be relied on at this moment.</summary>
    public bool IsHeld => !_lost.IsCancellationRequested && _clock.GetElapsedTime(Volatile.Read(ref _renewedAt)) < Safe;

    // The last quarter is the margin for what is on its way when nobody renews any more.
    private TimeSpan Safe => _duration * 0.75;

    /// <summary>Waits until nobody else has the lease, and takes it.</summary>
    /// <param name="store">The store that all processes share.</param>
    /// <param name="sellerId">Whose lease.</param>
    /// <param name="name">Which of the seller's.</param>
    /// <param name="duration">How long it holds after the last renewal.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>The lease; dispose it to give it back.</returns>
    public static async Task<StateLease> TakeAsync(
        IStateStore store, string sellerId, string name, TimeSpan duration, TimeProvider clock, CancellationToken cancellationToken)
    {
        var lease = new StateLease(store, sellerId, name, duration, clock);
        try
        {
            await lease.TakeAsync(cancellationToken).ConfigureAwait(false);
            return lease;
        }
        catch
        {
            lease.Discard();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        if (!_lost.IsCancellationRequested)
        {
            try
            {
                using var patience = new CancellationTokenSource(LastPatience, _clock);
                await Patience.WaitAsync(_store.TryDeleteAsync(_sellerId, _name, _version, patience.Token).AsTask(), LastPatience, _clock).ConfigureAwait(false);
            }
            catch (Exception e) when (OutageRetry.IsOfStore(e))
            {
                // It runs out by itself.
            }
        }

        Discard();
    }

    private void Discard()
    {
        _lost.Dispose();
        _ended.Dispose();
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        long seen = -1, seenAt = 0;
        while (true)
        {
            StoredState? stored = await WaitAsync(_store.ReadAsync(_sellerId, _name, cancellationToken), cancellationToken).ConfigureAwait(false);
            long now = _clock.GetTimestamp();
            LeaseState? other = stored is null ? null : Parse(stored);
            if (stored is not null && stored.Version != seen)
                (seen, seenAt) = (stored.Version, now);
            TimeSpan duration = other?.Duration ?? _duration;
            bool isFree = other is null || _clock.GetElapsedTime(seenAt, now) >= duration || _clock.GetUtcNow() - other.Until >= duration;
            if (isFree && await WriteAsync(stored?.Version ?? 0, cancellationToken).ConfigureAwait(false))
            {
                _renewing = RenewAsync();
                return;
            }

            await Task.Delay(Look, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RenewAsync()
    {
        TimeSpan pause = _duration / 4;
        while (!_lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, _clock, _ended.Token).ConfigureAwait(false);
                if (!await WriteAsync(_version, _ended.Token).ConfigureAwait(false))
                    await _lost.CancelAsync().ConfigureAwait(false);
                pause = _duration / 4;
            }
            catch (OperationCanceledException) when (_ended.IsCancellationRequested)
            {
                return;
            }
            catch (Exception)
            {
                // A store that is away for a moment: the next renewal may succeed, as long as the lease holds.
                pause = _duration / 16;
            }
        }
    }

    private async Task<bool> WriteAsync(long expectedVersion, CancellationToken cancellationToken)
    {
        long startedAt = _clock.GetTimestamp();
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(
            new LeaseState { Holder = _holder, Until = _clock.GetUtcNow() + _duration, Duration = _duration }, StateJsonContext.Default.LeaseState);
        StateWriteResult written;
        try
        {
            written = await WaitAsync(_store.TryWriteAsync(_sellerId, _name, json, expectedVersion, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // It may have been written all the same, or be written later: what stands there with our name is ours.
            if (await ReadOwnAsync(cancellationToken).ConfigureAwait(false) is not { } stored || !stored.Value.Span.SequenceEqual(json))
                throw;
            written = new StateWriteResult { Succeeded = true, Version = stored.Version };
        }

        // A write that was given up came through after all.
        if (!written.Succeeded && written.Version > 0 && await ReadOwnAsync(cancellationToken).ConfigureAwait(false) is { } own && own.Version != expectedVersion)
            written = await WaitAsync(_store.TryWriteAsync(_sellerId, _name, json, own.Version, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (!written.Succeeded)
            return false;
        _version = written.Version;
        Volatile.Write(ref _renewedAt, startedAt);
        TimeSpan left = Safe - _clock.GetElapsedTime(startedAt);
        _lost.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return true;
    }

    // A store may neither answer nor heed a cancellation.
    private async Task<T> WaitAsync<T>(ValueTask<T> call, CancellationToken cancellationToken)
    {
        Task<T> task = call.AsTask();
        await Patience.WaitAsync(task, _duration / 4, _clock, cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    private async Task<StoredState?> ReadOwnAsync(CancellationToken cancellationToken) =>
        await WaitAsync(_store.ReadAsync(_sellerId, _name, cancellationToken), cancellationToken).ConfigureAwait(false) is { } stored
            && string.Equals(Parse(stored).Holder, _holder, StringComparison.Ordinal)
            ? stored
            : null;

    private LeaseState Parse(StoredState stored)
    {
        Exception? cause = null;
        try
        {
            if (JsonSerializer.Deserialize(stored.Value.Span, StateJsonContext.Default.LeaseState) is { } state)
                return state;
        }
        catch (JsonException e)
        {
            cause = SafeFailure.Of(e, Redaction.None);
        }

        throw new InvalidDataException($"The state \"{_name}\" of the seller \"{_sellerId}\" is not a lease. Delete it if nothing else needs it.", cause);
    }
}
