using System.Collections.Concurrent;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// Lets requests go as fast as the store allows, first come, first served. While the bucket gives, callers ask the store side by side; once one is told
/// to wait, only the first sleeps and asks again on waking; so a 429 or a charge moves everybody behind it, and nobody polls.
/// </summary>
/// <remarks>
/// WB counts a request when it arrives, which can be long after its permit was taken: a first connection takes its time. So the store is told when
/// a request was written and how many more are still to be; and while as many are on their way as the bucket has room for, nobody asks.
/// </remarks>
internal sealed partial class RequestRateLimiter
{
    // So that no request comes some milliseconds before the time that WB named.
    private static readonly TimeSpan CloseMargin = TimeSpan.FromMilliseconds(20);

    private readonly IRateLimitStore _store;
    private readonly TimeProvider _timeProvider;

    // The store, where it is known to answer at once and to go by the same clock.
    private readonly InMemoryRateLimitStore? _memory;
    private readonly ConcurrentDictionary<string, RateLimitLine> _lines = new(StringComparer.Ordinal);
    private readonly SweepSchedule _sweep;
    private readonly long _start;
    private int _waiting;

    public RequestRateLimiter(IRateLimitStore store, TimeProvider timeProvider)
    {
        _store = store;
        _timeProvider = timeProvider;
        Proven = new ProvenTokens(store);
        _memory = store is InMemoryRateLimitStore memory && ReferenceEquals(memory.Clock, timeProvider) ? memory : null;
        _sweep = new SweepSchedule(timeProvider);
        _start = timeProvider.GetTimestamp();
    }

    /// <summary>The tokens that WB has taken.</summary>
    public ProvenTokens Proven { get; }

    /// <summary>How many callers wait now, over all buckets.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>How many buckets have a line.</summary>
    public int LineCount => _lines.Count;

    /// <summary>Waits until one request may be sent, unless that would take longer than the caller wants to wait.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="maxWait">How long to wait at most.</param>
    /// <param name="cancellationToken">Cancels the waiting; nothing is taken from the bucket then.</param>
    /// <returns>The permit, or a refusal: at once if the wait is known to be too long, later if a 429 or a charge made it so.</returns>
    public ValueTask<RateLimitLease> AcquireAsync(RateLimitBucket bucket, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<RateLimitLease>(cancellationToken);
        long timestamp = _timeProvider.GetTimestamp();
        if (_sweep.IsDue(timestamp))
            DropIdle();

        RateLimitLine line = FindLine(bucket);
        if (_memory is not null && TryTakeNow(line, bucket, timestamp) is { } permit)
            return new(new RateLimitLease(permit, TimeSpan.Zero, TimeSpan.Zero));

        var caller = new RateLimitLine.Caller(bucket, Since(timestamp), maxWait);
        return Join(ref line, caller, out RateLimitLine.Waiter? waiter, out TimeSpan retryAfter) switch
        {
            Place.Asks => AskAsync(line, caller, cancellationToken),
            Place.Leads => LeadAsync(line, caller, TimeSpan.Zero, line.Reopenings, cancellationToken),
            Place.Waits => WaitInLineAsync(line, waiter!, cancellationToken),
            _ => new(new RateLimitLease(null, TimeSpan.Zero, retryAfter)),
        };
    }

    /// <inheritdoc cref="IRateLimitStore.ChargeAsync"/>
    public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken) =>
        _store.ChargeAsync(bucket, requests, cancellationToken);

    /// <summary>Closes a bucket for everybody after a 429.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="retryAfter">The time that WB named; a small margin is added.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan retryAfter, CancellationToken cancellationToken) =>
        _store.CloseAsync(bucket, retryAfter + CloseMargin, cancellationToken);

    /// <inheritdoc cref="IRateLimitStore.ReportRemainingAsync"/>
    public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken) =>
        _store.ReportRemainingAsync(bucket, remaining, age, cancellationToken);

    /// <inheritdoc cref="IRateLimitStore.ReturnAsync"/>
    public ValueTask ReturnAsync(RateLimitBucket bucket, TimeSpan age, CancellationToken cancellationToken) =>
        _store.ReturnAsync(bucket, age, cancellationToken);

    private enum Place
    {
        Asks,
        Leads,
        Waits,
        Refused,
    }

    private TimeSpan Since(long timestamp) => _timeProvider.GetElapsedTime(_start, timestamp);

    private RateLimitLine FindLine(RateLimitBucket bucket)
    {
        if (bucket.Line is { Dropped: false } known && ReferenceEquals(known.Limiter, this) && string.Equals(known.Key, bucket.Key, StringComparison.Ordinal))
            return known;
        return bucket.Line = _lines.GetOrAdd(bucket.Key, static (key, limiter) => new RateLimitLine(limiter, key), this);
    }

    // The short way, for whom nobody is waiting: one step, and nobody is told.
    private RateLimitPermit? TryTakeNow(RateLimitLine line, RateLimitBucket bucket, long now)
    {
        lock (line)
        {
            if (line.HasHead || line.Waiters.Count > 0 || line.Dropped || !line.HasRoom(bucket) || !_memory!.TryTake(bucket, now))
                return null;
            line.Used = true;
            return line.Grant(bucket, now);
        }
    }

    // Where the caller stands, or that it need not: the wait would be too long.
    private Place Join(ref RateLimitLine line, in RateLimitLine.Caller caller, out RateLimitLine.Waiter? waiter, out TimeSpan retryAfter)
    {
        waiter = null;
        retryAfter = TimeSpan.Zero;
        for (; ; line = FindLine(caller.Bucket))
        {
            lock (line)
            {
                if (line.Dropped)
                    continue;
                line.Used = true;
                if (!line.HasHead && line.Waiters.Count == 0)
                {
                    if (line.HasRoom(caller.Bucket))
                    {
                        line.BeginAsking();
                        return Place.Asks;
                    }

                    if (line.Asking == 0)
                    {
                        line.HasHead = true;
                        return Place.Leads;
                    }
                }

                // Whoever has somebody before it comes no sooner than an interval after that one.
                TimeSpan now = caller.Since;
                TimeSpan expected = caller.Expects(line.HeadWait(now, caller.Step), line.Waiters.Count + 1);
                if (expected > caller.MaxWait)
                {
                    retryAfter = expected;
                    return Place.Refused;
                }

                // The head looks in time for whoever has the least patience.
                if (line.Room is { } room && caller.MaxWait - expected < line.RoomCheckedAt - now)
                    room.TrySetResult();

                waiter = new RateLimitLine.Waiter(caller);
                line.Waiters.AddLast(waiter.Node);
                return Place.Waits;
            }
        }
    }

    private async ValueTask<RateLimitLease> AskAsync(RateLimitLine line, RateLimitLine.Caller caller, CancellationToken cancellationToken)
    {
        RateLimitLine.Waiter? waiter = null;
        TimeSpan wait = TimeSpan.Zero, now;
        bool isAsking = true;
        int reopenings = line.Reopenings;
        Interlocked.Increment(ref _waiting);
        try
        {
            long askedAt = _timeProvider.GetTimestamp();
            wait = await _store.TryTakeAsync(caller.Bucket, cancellationToken).ConfigureAwait(false);
            now = Since(_timeProvider.GetTimestamp());
            lock (line)
            {
                isAsking = false;
                if (wait <= TimeSpan.Zero)
                {
                    RateLimitPermit permit = line.Grant(caller.Bucket, askedAt);
                    line.EndAsking(mustWait: false);
                    return new RateLimitLease(permit, now - caller.Since, TimeSpan.Zero);
                }

                if (wait > caller.Left(now) && line.Reopenings == reopenings)
                {
                    line.EndAsking(mustWait: true);
                    return new RateLimitLease(null, now - caller.Since, wait);
                }

                // The first that is told to wait leads, unless somebody who came before waits as well.
                if (!line.HasHead && (line.Waiters.First is not { } first || first.Value.Caller.Since >= caller.Since))
                {
                    line.HasHead = true;
                }
                else
                {
                    waiter = new RateLimitLine.Waiter(caller);
                    line.Enqueue(waiter, now);
                }

                line.EndAsking(mustWait: true);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
            if (isAsking)
            {
                lock (line)
                    line.EndAsking(mustWait: false);
            }
        }

        return waiter is null
            ? await LeadAsync(line, caller, wait, reopenings, cancellationToken).ConfigureAwait(false)
            : await WaitInLineAsync(line, waiter, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RateLimitLease> WaitInLineAsync(RateLimitLine line, RateLimitLine.Waiter waiter, CancellationToken cancellationToken)
    {
        TimeSpan? retryAfter;
        Interlocked.Increment(ref _waiting);
        try
        {
            retryAfter = await waiter.Outcome.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            line.Leave(waiter);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        return retryAfter is { } refused
            ? new RateLimitLease(null, Since(_timeProvider.GetTimestamp()) - waiter.Caller.Since, refused)
            : await LeadAsync(line, waiter.Caller, TimeSpan.Zero, line.Reopenings, cancellationToken).ConfigureAwait(false);
    }

    // How often the bucket was opened again is what it was before the store said how long to wait.
    private async ValueTask<RateLimitLease> LeadAsync(
        RateLimitLine line, RateLimitLine.Caller caller, TimeSpan wait, int reopenings, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            while (true)
            {
                if (wait > TimeSpan.Zero && line.Reopenings == reopenings)
                {
                    TimeSpan now = Since(_timeProvider.GetTimestamp());
                    if (wait > caller.Left(now))
                        return new RateLimitLease(null, now - caller.Since, wait);
                    await SleepAsync(line, now, wait, reopenings, cancellationToken).ConfigureAwait(false);
                }

                if (!await WaitForRoomAsync(line, caller, cancellationToken).ConfigureAwait(false))
                    return new RateLimitLease(null, Since(_timeProvider.GetTimestamp()) - caller.Since, caller.Step);
                cancellationToken.ThrowIfCancellationRequested();
                reopenings = line.Reopenings;
                long askedAt = _timeProvider.GetTimestamp();
                wait = await _store.TryTakeAsync(caller.Bucket, cancellationToken).ConfigureAwait(false);
                if (wait <= TimeSpan.Zero)
                {
                    lock (line)
                        return new RateLimitLease(line.Grant(caller.Bucket, askedAt), Since(_timeProvider.GetTimestamp()) - caller.Since, TimeSpan.Zero);
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
            line.PassTurn();
        }
    }

    private void DropIdle()
    {
        foreach (KeyValuePair<string, RateLimitLine> entry in _lines)
        {
            lock (entry.Value)
            {
                // Kept over one sweep, a line in use is not made anew for each request.
                bool idle = entry.Value.IsIdle;
                entry.Value.Used = false;
                if (!idle)
                    continue;
                entry.Value.Dropped = true;
                _lines.TryRemove(entry);
            }
        }
    }
}
