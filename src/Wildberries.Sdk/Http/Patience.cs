namespace Wildberries.Sdk.Http;

/// <summary>Waits for what is somebody else's, no longer than it is worth. What fails after that, fails without being unobserved.</summary>
internal static class Patience
{
    /// <summary>Waits for a task.</summary>
    /// <param name="task">The task; it goes on when nobody waits for it any more.</param>
    /// <param name="time">For how long.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public static async Task WaitAsync(Task task, TimeSpan time, TimeProvider timeProvider, CancellationToken cancellationToken = default)
    {
        try
        {
            await task.WaitAsync(time, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!task.IsCompleted)
        {
            _ = task.ContinueWith(
                static late => late.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }
}
