namespace Wildberries.Sdk.Errors;

/// <summary>Waits out the rate limit for what ends only when it is told to.</summary>
internal static class RateLimitWait
{
    private static readonly TimeSpan LeastDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan DelayWithoutRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>Makes a call until the rate limit lets it through.</summary>
    /// <param name="call">The call.</param>
    /// <param name="interval">How often the caller asks anyway: a shorter pause is not needed.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Ends a pause.</param>
    /// <returns>What the call gives.</returns>
    public static async Task<T> RunAsync<T>(Func<Task<T>> call, TimeSpan interval, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan delay;
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (WildberriesRateLimitException e)
            {
                delay = e.RetryAfter ?? DelayWithoutRetryAfter;
            }

            // WB's "now" must not become a flood where no limiter is below.
            TimeSpan least = interval < LeastDelay ? interval : LeastDelay;
            delay = delay < least ? least : delay;
            await Task.Delay(delay < MaxDelay ? delay : MaxDelay, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
