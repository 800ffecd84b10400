using System.Data.Common;

namespace Wildberries.Sdk.Errors;

/// <summary>Repeats a step of a stream while it fails with what may pass: after a second, then after twice as long each time, up to a minute.</summary>
/// <param name="maxOutage">
/// How long a step may fail, counted from its first failure. Zero: not at all; <see cref="Timeout.InfiniteTimeSpan"/>: for ever.
/// </param>
/// <param name="outages">Whom to tell, or <see langword="null"/>.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class OutageRetry(TimeSpan maxOutage, IProgress<StreamOutage>? outages, TimeProvider timeProvider)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Whether a call to WB that failed so can succeed later. The rate limit is not an outage: whoever calls waits for it.</summary>
    public static bool IsOfWildberries(Exception failure) =>
        failure is WildberriesApiException { IsTransient: true } and not WildberriesRateLimitException;

    /// <summary>
    /// Whether a store that failed so can work later. Stores are many, and so are their exceptions: all of them, but those that say that the program, the
    /// state or a permission is wrong.
    /// </summary>
    public static bool IsOfStore(Exception failure) => failure switch
    {
        // Entity Framework wraps a database that is away so.
        InvalidOperationException { InnerException: DbException } => true,
        ArgumentException or InvalidOperationException or InvalidDataException or UnauthorizedAccessException => false,
        NotSupportedException or NotImplementedException or NullReferenceException or InvalidCastException or OutOfMemoryException => false,
        _ => true,
    };

    // A store's own time limit looks like a cancellation, too.
    private static bool IsOfCaller(Exception failure, CancellationToken cancellationToken) =>
        failure is OperationCanceledException && cancellationToken.IsCancellationRequested;

    /// <summary>Runs a step until it succeeds.</summary>
    /// <param name="step">The step.</param>
    /// <param name="mayPass">Whether it is to be repeated after a failure.</param>
    /// <param name="cancellationToken">Ends a pause.</param>
    /// <returns>What the step gives.</returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> step, Func<Exception, bool> mayPass, CancellationToken cancellationToken)
    {
        StreamOutage? outage = null;
        long startedAt = 0;
        TimeSpan pause = FirstPause;
        T result;
        while (true)
        {
            try
            {
                result = await step().ConfigureAwait(false);
                break;
            }
            catch (Exception failure) when (maxOutage != TimeSpan.Zero && !IsOfCaller(failure, cancellationToken) && mayPass(failure))
            {
                DateTimeOffset now = timeProvider.GetUtcNow();
                if (outage is null)
                    startedAt = timeProvider.GetTimestamp();
                if (maxOutage != Timeout.InfiniteTimeSpan)
                {
                    // The last attempt comes when the time is over, not before.
                    TimeSpan left = maxOutage - timeProvider.GetElapsedTime(startedAt);
                    if (left <= TimeSpan.Zero)
                        throw;
                    // Timers cut to whole milliseconds: rounded up, the last attempt is one.
                    pause = left < pause ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : pause;
                }

                outage = new StreamOutage
                {
                    Since = outage?.Since ?? now,
                    FailedAttempts = (outage?.FailedAttempts ?? 0) + 1,
                    Exception = failure,
                    NextAttemptAt = now + pause,
                };
                outages?.Report(outage);
            }

            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        if (outage is not null)
            outages?.Report(outage with { NextAttemptAt = null, EndedAt = timeProvider.GetUtcNow() });
        return result;
    }
}
