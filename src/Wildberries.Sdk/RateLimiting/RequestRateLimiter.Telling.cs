using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.RateLimiting;

/// <content>Tells the store what became of permits.</content>
internal sealed partial class RequestRateLimiter
{
    /// <summary>How long a store may take to learn something, before nobody waits for it any more.</summary>
    public static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(5);

    // What a process writes first is compiled on the way: it left up to 45 ms later than it was written, and more on a busy machine.
    private static readonly TimeSpan FirstPadding = TimeSpan.FromMilliseconds(250);

    /// <summary>A permit's request is being written: tells the store, unless that could change nothing.</summary>
    /// <param name="permit">The permit, which is settled by it.</param>
    /// <param name="slowly">Whether the request may leave this process much later than now.</param>
    /// <returns>What becomes of telling the store.</returns>
    internal ValueTask WrittenAsync(RateLimitPermit permit, bool slowly)
    {
        long takenAt = permit.At, now = permit.At = _timeProvider.GetTimestamp();
        RateLimitLine line = permit.Line;
        RateLimitBucket bucket = permit.Bucket;
        if (slowly && bucket.Padding > TimeSpan.Zero && bucket.Padding < FirstPadding)
            bucket = bucket with { Padding = FirstPadding };
        int unwritten;
        lock (line)
        {
            unwritten = line.Write();

            // Nobody else is on the way, and the delay is far less than what the reserve absorbs: the store's own time will do.
            bool isExact = unwritten == 0
                && bucket.Capacity < bucket.Burst
                && _timeProvider.GetElapsedTime(takenAt, now).Ticks <= bucket.Interval.Ticks / 8;
            if (isExact || _memory is not null)
            {
                if (!isExact)
                    _memory!.ReportWritten(bucket, unwritten, now);
                line.Settle();
                return default;
            }
        }

        return TellWrittenAsync(permit, bucket, unwritten);
    }

    /// <summary>A permit's request was not written, and will not be: the store gets it back.</summary>
    /// <param name="permit">The permit, which is settled by it.</param>
    /// <returns>What becomes of telling the store.</returns>
    internal ValueTask GiveBackAsync(RateLimitPermit permit)
    {
        RateLimitLine line = permit.Line;
        RateLimitBucket bucket = permit.Bucket;
        lock (line)
        {
            line.Write();
            if (_memory is not null)
            {
                _memory.Return(bucket, _timeProvider.GetElapsedTime(permit.At));
                line.Settle();
                return default;
            }
        }

        return TellReturnedAsync(permit);
    }

    // Apart, so that the closure is made for these stores only.
    private ValueTask TellWrittenAsync(RateLimitPermit permit, RateLimitBucket bucket, int unwritten) => TellAsync(
        permit.Line, token => _store.ReportWrittenAsync(bucket, unwritten, _timeProvider.GetElapsedTime(permit.At), token));

    private ValueTask TellReturnedAsync(RateLimitPermit permit) => TellAsync(
        permit.Line, token => _store.ReturnAsync(permit.Bucket, _timeProvider.GetElapsedTime(permit.At), token));

    // Off the thread that writes the request. Until the store knows, or does not want to, the permit counts as on its way: that keeps the order.
    private async ValueTask TellAsync(RateLimitLine line, Func<CancellationToken, ValueTask> tell)
    {
        using var limit = new CancellationTokenSource();
        CancellationToken token = limit.Token;
        try
        {
            await Patience.WaitAsync(Task.Run(() => tell(token).AsTask(), CancellationToken.None), StorePatience, _timeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await limit.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            lock (line)
                line.Settle();
        }
    }
}
