using System.Runtime.ExceptionServices;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// How long a call may still wait, by the client's clock, and what it does in this time: it waits for limits and out outages, and asks again what is not ready. What
/// goes on without end uses <see cref="OutageRetry"/> and <see cref="RateLimitWait"/>.
/// </summary>
/// <param name="max">How long since now; <see langword="null"/>: without end.</param>
/// <param name="clock">The clock.</param>
/// <param name="operation">What cannot be done when it is over.</param>
internal sealed class WaitingTime(TimeSpan? max, TimeProvider clock, string operation = "")
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseWithoutRetryAfter = TimeSpan.FromMinutes(1);

    private readonly long _start = clock.GetTimestamp();

    private TimeSpan? Left => max is { } most ? most - clock.GetElapsedTime(_start) : null;

    private bool IsOver => Left <= TimeSpan.Zero;

    /// <summary>The pause after this one: twice as long, but no longer than the longest.</summary>
    public static TimeSpan Longer(TimeSpan pause, TimeSpan longest) => pause < longest / 2 ? pause * 2 : longest;

    /// <summary>Ends a call whose time is over.</summary>
    /// <exception cref="WildberriesTimeoutException">The time is over.</exception>
    public void ThrowIfOver(string what)
    {
        if (IsOver)
            throw TooLate(what, null);
    }

    /// <summary>Waits, if there is time for the whole pause.</summary>
    /// <returns>Whether there was.</returns>
    public async Task<bool> TryPauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        if (Left < pause)
            return false;
        await DelayAsync(pause, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Waits for something as long as there is time.</summary>
    /// <exception cref="WildberriesTimeoutException">The time is over.</exception>
    public async Task<T> WaitForAsync<T>(Func<CancellationToken, Task<T>> wait, string what, CancellationToken cancellationToken)
    {
        if (Left is not { } left)
            return await wait(cancellationToken).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await wait(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TooLate(what, null);
        }
    }

    /// <summary>Reads one answer, and asks again as long as there is time while a limit or an outage keeps it away.</summary>
    public Task<T> ReadAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken) => RepeatAsync(read, isWrite: false, cancellationToken);

    /// <summary>Writes, and sends again as long as there is time what certainly did not reach WB.</summary>
    public Task WriteAsync(Func<Task> write, CancellationToken cancellationToken) => RepeatAsync(
        async () =>
        {
            await write().ConfigureAwait(false);
            return true;
        },
        isWrite: true,
        cancellationToken);

    /// <summary>Looks again and again, after pauses that double, until it is done or the time is over: the last look is then.</summary>
    /// <param name="look">Looks, and says whether it is done.</param>
    /// <param name="firstPause">The first pause.</param>
    /// <param name="longestPause">The longest pause.</param>
    /// <param name="cancellationToken">Ends a pause.</param>
    /// <returns>Whether it is done.</returns>
    public async Task<bool> PollAsync(Func<Task<bool>> look, TimeSpan firstPause, TimeSpan longestPause, CancellationToken cancellationToken)
    {
        for (TimeSpan pause = firstPause; ; pause = Longer(pause, longestPause))
        {
            bool isLast = IsOver;
            if (await look().ConfigureAwait(false))
                return true;
            if (isLast)
                return false;
            await DelayAsync(Left < pause ? Left.Value : pause, cancellationToken).ConfigureAwait(false);
        }
    }

    public WildberriesTimeoutException TooLate(string what, Exception? cause) =>
        new(FormattableString.Invariant($"Gave up after {max?.TotalSeconds:0.###} s: {what}"), cause)
        {
            Operation = operation,
            Delivery = Delivery.NotSent,
            Timeout = max,
        };

    private async Task<T> RepeatAsync<T>(Func<Task<T>> call, bool isWrite, CancellationToken cancellationToken)
    {
        TimeSpan pause = LeastPause;
        while (true)
        {
            TimeSpan next;
            WildberriesApiException failure;
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (WildberriesRateLimitException exception) when (exception.Delivery is Delivery.NotSent or Delivery.Refused || !isWrite)
            {
                next = exception.RetryAfter ?? PauseWithoutRetryAfter;
                failure = exception;
            }
            catch (WildberriesApiException exception) when (exception.IsTransient && (exception.Delivery == Delivery.NotSent || !isWrite))
            {
                next = pause;
                pause = Longer(pause, LongestPause);
                failure = exception;
            }

            if (!await TryPauseAsync(next > LeastPause ? next : LeastPause, cancellationToken).ConfigureAwait(false))
                ExceptionDispatchInfo.Throw(failure);
        }
    }

    // Timers cut to whole milliseconds: rounded up, nothing is asked too early, nor without a pause at all.
    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(1, delay.TotalMilliseconds))), clock, cancellationToken);
}
