using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.State;

/// <summary>How far a stream has come, kept in a store: read once, then saved over and over by this one reader.</summary>
/// <param name="store">The store.</param>
/// <param name="sellerId">Whose state it is.</param>
/// <param name="name">The name of the state.</param>
/// <param name="retry">How outages of the store are survived.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class StreamState(IStateStore store, string sellerId, string name, OutageRetry retry, TimeProvider timeProvider)
{
    // What a save that hangs is worth once nobody wants the stream any more.
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(5);

    private long _version;

    /// <summary>Reads what is stored.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The value; <see langword="null"/>: nothing is stored yet.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        StoredState? stored = await ReadStoreAsync(cancellationToken).ConfigureAwait(false);
        _version = stored?.Version ?? 0;
        return stored?.Value;
    }

    /// <summary>Saves a value over the one that this reader knows.</summary>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Ends the pauses of an outage. The writing itself is not cancelled: what it tells has been handled already.</param>
    /// <returns>The task.</returns>
    /// <exception cref="WildberriesStateConflictException">Another reader has saved something else meanwhile.</exception>
    public async Task SaveAsync(byte[] value, CancellationToken cancellationToken)
    {
        int attempts = 0;
        StateWriteResult written = await retry.RunAsync(
            async () =>
            {
                attempts++;
                Task<StateWriteResult> write = store.TryWriteAsync(sellerId, name, value, _version, CancellationToken.None).AsTask();
                await FinishAsync(write, cancellationToken).ConfigureAwait(false);
                return await write.ConfigureAwait(false);
            },
            OutageRetry.IsOfStore,
            cancellationToken).ConfigureAwait(false);
        if (written.Succeeded)
        {
            _version = written.Version;
            return;
        }

        // A write that failed may have been done all the same: then the value that stands in the way is this one.
        if (attempts > 1 && await ReadStoreAsync(cancellationToken).ConfigureAwait(false) is { } stored && stored.Value.Span.SequenceEqual(value))
        {
            _version = stored.Version;
            return;
        }

        throw new WildberriesStateConflictException(
            $"Another reader has moved the cursor \"{name}\" of the seller \"{sellerId}\": run one stream at a time over it, or give each a CursorName of its own.");
    }

    /// <summary>Saves a value when a stream is given up: once, and not for long. What is not saved is handed out again.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The task; it does not fail.</returns>
    public async Task TrySaveAsync(byte[] value)
    {
        try
        {
            Task<StateWriteResult> write = store.TryWriteAsync(sellerId, name, value, _version, CancellationToken.None).AsTask();
            await Patience.WaitAsync(write, LastPatience, timeProvider, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is TimeoutException || OutageRetry.IsOfStore(failure))
        {
        }
    }

    private Task<StoredState?> ReadStoreAsync(CancellationToken cancellationToken) => retry.RunAsync(
        async () =>
        {
            Task<StoredState?> read = store.ReadAsync(sellerId, name, cancellationToken).AsTask();
            await Patience.WaitAsync(read, Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
            return await read.ConfigureAwait(false);
        },
        OutageRetry.IsOfStore,
        cancellationToken);

    // A store that hangs must not hold up a program that wants to end.
    private async Task FinishAsync(Task write, CancellationToken cancellationToken)
    {
        try
        {
            await Patience.WaitAsync(write, Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !write.IsCompleted)
        {
            try
            {
                await Patience.WaitAsync(write, LastPatience, timeProvider, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                throw new OperationCanceledException("The stream was cancelled while its store did not answer.", cancellationToken);
            }
        }
    }
}
