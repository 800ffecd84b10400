using System.Collections.Concurrent;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// Lets requests go as fast as the store allows, first come, first served. While the bucket gives, callers ask the store side by side; once one is told
/// to wait, only the first sleeps and asks again on waking; so a 429 or a charge moves everybody behind it, and nobody polls.
/// </summary>
/// <remarks>
/// WB counts a request when it arrives, which can be long after its permit was taken: a first connection takes its time. So the store is told when
/// a request was written and how many more are still to be; and while as many are on their way as the bucket has room for, nobody asks.
/// </remarks>
internal sealed class RequestRateLimiter
{
    /// <summary>How long a store may take to learn something, before nobody waits for it any more.</summary>
    public static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(5);

    // A timer may run no longer than 49 days; on waking the store is asked anyway. One that other processes use is asked more often: they may have opened the bucket.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestSleepBesideOthers = TimeSpan.FromMinutes(10);

    // So that no request comes some milliseconds before the time that WB named.
    private static readonly TimeSpan CloseMargin = TimeSpan.FromMilliseconds(20);

    // What a process writes first is compiled on the way: it left up to 45 ms later than it was written, and more on a busy machine.
    private static readonly TimeSpan FirstPadding = TimeSpan.FromMilliseconds(250);

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
        _memory = store is InMemoryRateLimitStore memory && ReferenceEquals(memory.Clock, timeProvider) ? memory : null;
        _sweep = new SweepSchedule(timeProvider);
        _start = timeProvider.GetTimestamp();
    }

    /// <summary>The tokens that WB has taken.</summary>
    public ProvenTokens Proven { get; } = new();

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

    /// <inheritdoc cref="IRateLimitStore.ReportRemainingAsync"/>
    public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken) =>
        _store.ReportRemainingAsync(bucket, remaining, age, cancellationToken);

    /// <inheritdoc cref="IRateLimitStore.ReturnAsync"/>
    public ValueTask ReturnAsync(RateLimitBucket bucket, TimeSpan age, CancellationToken cancellationToken) =>
        _store.ReturnAsync(bucket, age, cancellationToken);

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
