using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.State;

/// <summary>A store that is waited for no longer than it is worth: one may neither answer nor heed a cancellation.</summary>
/// <param name="inner">The store.</param>
/// <param name="patience">How long a call is waited for. One that was given up may still be carried out.</param>
/// <param name="clock">The clock of the store.</param>
/// <remarks>A write that is left under way fails with a <see cref="TimeoutException"/> or a <see cref="WriteLeftException"/>.</remarks>
internal sealed class PatientStateStore(IStateStore inner, TimeSpan patience, TimeProvider clock) : IStateStore
{
    private static readonly TimeSpan TimeToHeed = TimeSpan.FromSeconds(1);

    public async ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default) =>
        await WaitAsync(inner.ReadAsync(sellerId, name, cancellationToken), cancellationToken).ConfigureAwait(false);

    public async ValueTask<StateWriteResult> TryWriteAsync(
        string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default) =>
        await WaitAsync(inner.TryWriteAsync(sellerId, name, value, expectedVersion, cancellationToken), cancellationToken, isWrite: true).ConfigureAwait(false);

    public async ValueTask<StateWriteResult> TryDeleteAsync(string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default) =>
        await WaitAsync(inner.TryDeleteAsync(sellerId, name, expectedVersion, cancellationToken), cancellationToken).ConfigureAwait(false);

    private async Task<T> WaitAsync<T>(ValueTask<T> call, CancellationToken cancellationToken, bool isWrite = false)
    {
        Task<T> task = call.AsTask();
        try
        {
            await Patience.WaitAsync(task, patience, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new TimeoutException(FormattableString.Invariant($"The store of states has not answered within {patience.TotalSeconds:0.###} s."));
        }
        catch (OperationCanceledException) when (isWrite && !task.IsCompleted)
        {
            // A store that heeds the cancellation ends at once, and then it is known what came of the write.
            await Task.WhenAny(task, Task.Delay(TimeToHeed, clock, CancellationToken.None)).ConfigureAwait(false);
            if (!task.IsCompleted)
                throw new WriteLeftException(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return await task.ConfigureAwait(false);
    }
}
