using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>How a hand-over calls WB: waits for limits and out short outages, until its time is over, and looks what became of a write before it repeats it.</summary>
internal sealed class HandOverCalls(TimeSpan? maxWait, TimeProvider timeProvider)
{
    // The client has repeated each of them already.
    private const int MaxFailuresInARow = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseWithoutRetryAfter = TimeSpan.FromMinutes(1);

    private readonly long _start = timeProvider.GetTimestamp();
    private readonly DateTimeOffset _startedAt = timeProvider.GetUtcNow();

    /// <summary>The time by which is waited: a clock that is set meanwhile makes no wait shorter or longer.</summary>
    public DateTimeOffset Now => _startedAt + timeProvider.GetElapsedTime(_start);

    /// <summary>The day in Moscow, by the clock as it is set.</summary>
    public DateOnly Today => MoscowTime.Today(timeProvider);

    /// <summary>Reads.</summary>
    public async Task<T> ReadAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        TimeSpan pause = FirstPause;
        for (int failures = 0; ;)
        {
            TimeSpan wait;
            ThrowIfOver();
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (WildberriesRateLimitException exception) when (Fits(exception))
            {
                wait = WaitFor(exception);
            }
            catch (WildberriesApiException exception) when (exception is { IsTransient: true } and not WildberriesRateLimitException && ++failures < MaxFailuresInARow)
            {
                wait = pause;
                pause = Longer(pause);
            }

            await DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes, and repeats it only if WB certainly did not take it, or has been seen not to have done it.</summary>
    /// <param name="claim">Writes down what is about to be sent.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="isDone">Looks at WB whether it was done, though nobody said so.</param>
    /// <param name="cancellationToken">Cancels calls and waits.</param>
    /// <returns>WB's refusal; <see langword="null"/>: it is done.</returns>
    public async Task<WildberriesApiException?> WriteAsync(
        Func<Task> claim, Func<Task> send, Func<Task<bool>> isDone, CancellationToken cancellationToken)
    {
        TimeSpan pause = FirstPause;
        for (int failures = 0; ;)
        {
            TimeSpan wait = pause;
            ThrowIfOver();
            await claim().ConfigureAwait(false);
            try
            {
                await send().ConfigureAwait(false);
                return null;
            }
            catch (WildberriesApiException exception) when (exception.Delivery is Delivery.Unknown or Delivery.Answered)
            {
                if (await isDone().ConfigureAwait(false))
                    return null;
                if (++failures == MaxFailuresInARow)
                    throw;
                pause = Longer(pause);
            }
            catch (WildberriesRateLimitException exception) when (Fits(exception))
            {
                wait = WaitFor(exception);
            }
            catch (WildberriesApiException exception) when (IsVerdict(exception))
            {
                return exception;
            }
            catch (WildberriesApiException exception) when (exception is { IsTransient: true } and not WildberriesRateLimitException && ++failures < MaxFailuresInARow)
            {
                pause = Longer(pause);
            }

            await DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks again and again until there is an answer, or the time for it is over.</summary>
    public async Task<T?> PollAsync<T>(Func<Task<T?>> look, DateTimeOffset until, TimeSpan firstPause, CancellationToken cancellationToken)
        where T : class
    {
        for (TimeSpan pause = firstPause; ; pause = Longer(pause))
        {
            bool isLast = Now >= until;
            if (await look().ConfigureAwait(false) is { } found)
                return found;
            if (isLast)
                return null;
            TimeSpan left = until - Now;
            await DelayAsync(left < pause ? Rounded(left) : pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until a time is over, if it is not.</summary>
    public async Task WaitUntilAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        while (time > Now)
        {
            ThrowIfOver();
            await DelayAsync(Rounded(time - Now), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>WB's words.</summary>
    public static string WordsOf(WildberriesApiException exception) => (exception.Code, exception.Detail) switch
    {
        ({ Length: > 0 } code, { Length: > 0 } detail) => $"WB refuses it: {code}, {detail}",
        ({ Length: > 0 } code, _) => $"WB refuses it: {code}",
        (_, { Length: > 0 } detail) => $"WB refuses it: {detail}",
        _ => $"WB refuses it: {exception.Message}",
    };

    // What WB says of the call, and not of the token, the limit or the network.
    private static bool IsVerdict(WildberriesApiException exception) => exception.Delivery == Delivery.Refused
        && exception is WildberriesBadRequestException or WildberriesNotFoundException or WildberriesConflictException or WildberriesRequestTooLargeException;

    private static TimeSpan WaitFor(WildberriesRateLimitException exception)
    {
        TimeSpan wait = exception.RetryAfter ?? PauseWithoutRetryAfter;
        return wait < FirstPause ? FirstPause : wait;
    }

    private static TimeSpan Longer(TimeSpan pause) => pause >= LongestPause ? pause : pause * 2 < LongestPause ? pause * 2 : LongestPause;

    // Timers cut to whole milliseconds: rounded up, the last look is one.
    private static TimeSpan Rounded(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(1, time.TotalMilliseconds)));

    private bool Fits(WildberriesRateLimitException exception) => maxWait is not { } most || timeProvider.GetElapsedTime(_start) + WaitFor(exception) < most;

    private void ThrowIfOver()
    {
        if (maxWait is { } most && timeProvider.GetElapsedTime(_start) >= most)
        {
            throw new WildberriesTimeoutException(FormattableString.Invariant($"The hand-over was not done within {most.TotalSeconds:0.###} s; going on later begins where it ended."))
            {
                Operation = "FbsSupplies.HandOver",
                Delivery = Delivery.NotSent,
                Timeout = most,
            };
        }
    }

    // No longer than until the end: whoever comes next says that it is over.
    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (maxWait - timeProvider.GetElapsedTime(_start) is { } left && left < delay)
            delay = Rounded(left);
        return Task.Delay(delay, timeProvider, cancellationToken);
    }
}
