using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Wildberries.Sdk.Cards;

/// <summary>Works on several cards at the same time.</summary>
internal static class CardWorkers
{
    /// <summary>Works on all of them. When one fails, the others end before their next request: what is on its way to WB is waited for.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="count">On how many at the same time.</param>
    /// <param name="work">Works on one; the token says that another failed, or that the call is cancelled.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task RunAsync<T>(IEnumerable<T> cards, int count, Func<T, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var queue = new ConcurrentQueue<T>(cards);
        ExceptionDispatchInfo? failure = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(count, queue.Count)).Select(_ => Task.Run(WorkAsync, CancellationToken.None))).ConfigureAwait(false);
        if (failure?.SourceException is OperationCanceledException)
            cancellationToken.ThrowIfCancellationRequested();
        failure?.Throw();

        async Task WorkAsync()
        {
            try
            {
                while (!stop.IsCancellationRequested && queue.TryDequeue(out T? card))
                    await work(card, stop.Token).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException) when (Volatile.Read(ref failure) is not null)
            {
                // It ended because of another's failure, which is the one to tell.
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }
    }
}
