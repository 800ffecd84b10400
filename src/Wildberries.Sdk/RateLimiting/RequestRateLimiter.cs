using System.Collections.Concurrent;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// Lets requests go as fast as the store allows, first come, first served. Of the callers that share a bucket only the first
/// asks the store, sleeps and asks again on waking; so a 429 or a charge moves everybody behind it, and nobody polls.
/// </summary>
internal sealed class RequestRateLimiter(IRateLimitStore store, TimeProvider timeProvider)
{
    // A timer may run no longer than 49 days; on waking the store is asked anyway.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    // So that no request comes some milliseconds before the time that WB named.
    private static readonly TimeSpan CloseMargin = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly SweepSchedule _sweep = new(timeProvider);
    private readonly long _start = timeProvider.GetTimestamp();
    private int _waiting;

    /// <summary>How many callers wait now, over all buckets.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>How many buckets have a line.</summary>
    public int LineCount => _lines.Count;

    private TimeSpan Now => timeProvider.GetElapsedTime(_start);

    /// <summary>Waits until one request may be sent, unless that would take longer than the caller wants to wait.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="maxWait">How long to wait at most.</param>
    /// <param name="cancellationToken">Cancels the waiting; nothing is taken from the bucket then.</param>
    /// <returns>The permit, or a refusal: at once if the wait is known to be too long, later if a 429 or a charge made it so.</returns>
    public ValueTask<RateLimitLease> AcquireAsync(RateLimitBucket bucket, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<RateLimitLease>(cancellationToken);
        long timestamp = timeProvider.GetTimestamp();
        if (_sweep.IsDue(timestamp))
            DropIdle();

        TimeSpan now = timeProvider.GetElapsedTime(_start, timestamp);
        var caller = new Caller(bucket, now, maxWait);
        Line line = Join(caller, now, out Waiter? waiter, out TimeSpan? retryAfter);
        if (retryAfter is { } refused)
            return new(new RateLimitLease(false, TimeSpan.Zero, refused));
        if (waiter is not null)
            return WaitInLineAsync(line, waiter, cancellationToken);

        ValueTask<TimeSpan> answer = Ask(caller, cancellationToken);
        if (!answer.IsCompletedSuccessfully)
            return LeadAsync(line, caller, answer, cancellationToken);
        TimeSpan wait = answer.Result;
        if (wait > TimeSpan.Zero)
            return LeadAsync(line, caller, new(wait), cancellationToken);
        PassTurn(line);
        return new(new RateLimitLease(true, TimeSpan.Zero, TimeSpan.Zero));
    }

    /// <inheritdoc cref="IRateLimitStore.ChargeAsync"/>
    public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken) =>
        store.ChargeAsync(bucket, requests, cancellationToken);

    /// <summary>Closes a bucket for everybody after a 429.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="retryAfter">The time that WB named; a small margin is added.</param>
    /// <param name="cancellationToken">Cancels the call to the store.</param>
    public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan retryAfter, CancellationToken cancellationToken) =>
        store.CloseAsync(bucket, retryAfter + CloseMargin, cancellationToken);

    /// <inheritdoc cref="IRateLimitStore.ReportRemainingAsync"/>
    public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken) =>
        store.ReportRemainingAsync(bucket, remaining, age, cancellationToken);

    // How long the caller will wait when the head waits for so long and so many are served before the caller.
    private static TimeSpan Expected(in Caller caller, TimeSpan headWait, int position)
    {
        TimeSpan step = caller.Bucket.Capacity <= 1 ? caller.Bucket.Interval + caller.Bucket.Padding : caller.Bucket.Interval;
        return headWait + (step * position);
    }

    private static void PassTurn(Line line)
    {
        lock (line)
        {
            line.HeadDue = null;
            if (line.Waiters.First is not { } next)
            {
                line.HasHead = false;
                return;
            }

            line.Waiters.Remove(next);
            next.Value.Outcome.SetResult(null);
        }
    }

    // The caller becomes the head, or waits, or is refused because the wait would be too long.
    private Line Join(in Caller caller, TimeSpan now, out Waiter? waiter, out TimeSpan? retryAfter)
    {
        waiter = null;
        retryAfter = null;
        while (true)
        {
            Line line = _lines.GetOrAdd(caller.Bucket.Key, static _ => new Line());
            lock (line)
            {
                if (line.Dropped)
                    continue;
                line.Used = true;
                if (!line.HasHead)
                {
                    line.HasHead = true;
                    return line;
                }

                // While the head is only asking, nobody knows whether there is anything to wait for.
                if (line.HeadDue is { } due)
                {
                    TimeSpan expected = Expected(caller, due > now ? due - now : TimeSpan.Zero, line.Waiters.Count + 1);
                    if (expected > caller.MaxWait)
                    {
                        retryAfter = expected;
                        return line;
                    }
                }

                waiter = new Waiter(caller);
                line.Waiters.AddLast(waiter.Node);
                return line;
            }
        }
    }

    private async ValueTask<RateLimitLease> WaitInLineAsync(Line line, Waiter waiter, CancellationToken cancellationToken)
    {
        TimeSpan? retryAfter;
        Interlocked.Increment(ref _waiting);
        try
        {
            retryAfter = await waiter.Outcome.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Leave(line, waiter);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        return retryAfter is { } refused
            ? new RateLimitLease(false, Now - waiter.Caller.Since, refused)
            : await LeadAsync(line, waiter.Caller, Ask(waiter.Caller, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    // Whoever calls this is the head; an exception must reach the place that passes the turn, hence no throw here.
    private ValueTask<TimeSpan> Ask(in Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return store.TryTakeAsync(caller.Bucket, cancellationToken);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<TimeSpan>(exception);
        }
    }

    private async ValueTask<RateLimitLease> LeadAsync(
        Line line, Caller caller, ValueTask<TimeSpan> answer, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            while (true)
            {
                TimeSpan wait = await answer.ConfigureAwait(false);
                TimeSpan now = Now;
                TimeSpan waited = now - caller.Since;
                if (wait <= TimeSpan.Zero)
                    return new RateLimitLease(true, waited, TimeSpan.Zero);
                if (wait > caller.MaxWait - waited)
                    return new RateLimitLease(false, waited, wait);

                Announce(line, now, wait);
                await SleepAsync(wait, cancellationToken).ConfigureAwait(false);
                answer = Ask(caller, cancellationToken);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
            PassTurn(line);
        }
    }

    private Task SleepAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        // Timers cut to whole milliseconds: rounded up, they never wake too early, to ask again and again.
        TimeSpan sleep = wait < LongestSleep ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : LongestSleep;
        return Task.Delay(sleep, timeProvider, cancellationToken);
    }

    // Those whose turn will come too late by now are told so. The others need no timer of their own: as long as the head
    // sleeps, nobody's time is up.
    private static void Announce(Line line, TimeSpan now, TimeSpan wait)
    {
        lock (line)
        {
            line.HeadDue = now + wait;
            int position = 1;
            for (LinkedListNode<Waiter>? node = line.Waiters.First, next; node is not null; node = next)
            {
                next = node.Next;
                Waiter waiter = node.Value;
                TimeSpan expected = Expected(waiter.Caller, wait, position);
                if (expected > waiter.Caller.MaxWait - (now - waiter.Caller.Since))
                {
                    line.Waiters.Remove(node);
                    waiter.Outcome.SetResult(expected);
                }
                else
                {
                    position++;
                }
            }
        }
    }

    private static void Leave(Line line, Waiter waiter)
    {
        bool hasTurn;
        lock (line)
        {
            hasTurn = waiter.Node.List is null && waiter.Outcome.Task.Result is null;
            if (waiter.Node.List is not null)
                line.Waiters.Remove(waiter.Node);
        }

        if (hasTurn)
            PassTurn(line);
    }

    private void DropIdle()
    {
        foreach (KeyValuePair<string, Line> entry in _lines)
        {
            lock (entry.Value)
            {
                // Kept over one sweep, a line in use is not made anew for each request.
                bool idle = !entry.Value.HasHead && !entry.Value.Used;
                entry.Value.Used = false;
                if (!idle)
                    continue;
                entry.Value.Dropped = true;
                _lines.TryRemove(entry);
            }
        }
    }

    private readonly record struct Caller(RateLimitBucket Bucket, TimeSpan Since, TimeSpan MaxWait);

    private sealed class Line
    {
        public LinkedList<Waiter> Waiters { get; } = [];

        public bool HasHead { get; set; }

        /// <summary>When the head expects to be served; null while it only asks.</summary>
        public TimeSpan? HeadDue { get; set; }

        public bool Used { get; set; }

        public bool Dropped { get; set; }
    }

    private sealed class Waiter
    {
        public Waiter(in Caller caller)
        {
            Caller = caller;
            Node = new(this);
        }

        public Caller Caller { get; }

        public LinkedListNode<Waiter> Node { get; }

        /// <summary>Null: it is the caller's turn; else the caller is refused, with the time after which to try again.</summary>
        public TaskCompletionSource<TimeSpan?> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
