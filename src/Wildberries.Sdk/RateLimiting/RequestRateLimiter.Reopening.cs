namespace Wildberries.Sdk.RateLimiting;

/// <content>Opens a bucket again that a 429 has closed.</content>
internal sealed partial class RequestRateLimiter
{
    /// <summary>Opens a bucket again that a 429 has closed, and takes the one request that it has then, before those who wait for it; they ask at once.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="maxWait">How long to wait at most, if there is nothing to take all the same.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>As <see cref="AcquireAsync"/>.</returns>
    public async ValueTask<RateLimitLease> ReopenAsync(RateLimitBucket bucket, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        await _store.ReopenAsync(bucket, cancellationToken).ConfigureAwait(false);
        return await TakeFirstAsync(bucket, cancellationToken).ConfigureAwait(false) is { } permit
            ? new RateLimitLease(permit, TimeSpan.Zero, TimeSpan.Zero)
            : await AcquireAsync(bucket, maxWait, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RateLimitPermit?> TakeFirstAsync(RateLimitBucket bucket, CancellationToken cancellationToken)
    {
        RateLimitLine line;
        do
        {
            line = FindLine(bucket);
            lock (line)
            {
                if (line.Dropped)
                    continue;
                line.Used = true;
                if (line.HasRoom(bucket))
                {
                    line.BeginAsking();
                    break;
                }

                line.Wake();
                return null;
            }
        }
        while (true);

        TimeSpan wait = TimeSpan.MaxValue;
        try
        {
            long askedAt = _timeProvider.GetTimestamp();
            wait = await _store.TryTakeAsync(bucket, cancellationToken).ConfigureAwait(false);
            if (wait > TimeSpan.Zero)
                return null;
            lock (line)
                return line.Grant(bucket, askedAt);
        }
        finally
        {
            // Whatever came of it: the bucket is open, and who waits for it asks.
            lock (line)
            {
                line.Wake();
                line.EndAsking(mustWait: wait > TimeSpan.Zero);
            }
        }
    }
}
