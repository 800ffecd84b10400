namespace Wildberries.Sdk.RateLimiting;

/// <content>What the first in a line waits for: a time, or room in the bucket.</content>
internal sealed partial class RequestRateLimiter
{
    // A timer may run no longer than 49 days; on waking the store is asked anyway. One that other processes use is asked more often: they may have opened the bucket.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestSleepBesideOthers = TimeSpan.FromMinutes(10);

    private async ValueTask SleepAsync(RateLimitLine line, TimeSpan now, TimeSpan wait, int reopenings, CancellationToken cancellationToken)
    {
        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (line)
        {
            if (line.Reopenings != reopenings)
                return;
            line.Sleep = sleep;
            line.Announce(now, wait);
        }

        try
        {
            TimeSpan time = _memory is null && wait > LongestSleepBesideOthers ? LongestSleepBesideOthers : wait;
            await Task.Delay(ToTimer(time), _timeProvider, sleep.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The bucket was opened again.
        }
        finally
        {
            lock (line)
                line.Sleep = null;
        }
    }

    /// <summary>Waits until a permit that was given before is settled, if the bucket has no room for one more.</summary>
    /// <returns>False: the request would come later than the caller wants to wait.</returns>
    private async ValueTask<bool> WaitForRoomAsync(RateLimitLine line, RateLimitLine.Caller caller, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task room;
            TimeSpan patience;
            lock (line)
            {
                line.Room = null;
                if (line.HasRoom(caller.Bucket))
                {
                    line.HeadDue = null;
                    return true;
                }

                TimeSpan now = Since(_timeProvider.GetTimestamp());
                TimeSpan own = caller.Left(now) - caller.Step;
                if (own < TimeSpan.Zero)
                    return false;
                TimeSpan others = line.Announce(now, caller.Step);
                patience = ToTimer(own < others ? own : others);
                line.RoomCheckedAt = now + patience;
                line.Room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                room = line.Room.Task;
            }

            try
            {
                await room.WaitAsync(patience, _timeProvider, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Somebody's patience may have ended.
            }
        }
    }

    // Timers cut to whole milliseconds: rounded up, they never wake too early, to ask again and again.
    private static TimeSpan ToTimer(TimeSpan wait) =>
        wait < LongestSleep ? TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))) : LongestSleep;
}
