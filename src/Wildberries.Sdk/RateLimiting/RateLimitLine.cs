namespace Wildberries.Sdk.RateLimiting;

/// <summary>Those who wait for one bucket in this process, and the permits given and not yet used. Guarded by its own lock.</summary>
internal sealed class RateLimitLine(RequestRateLimiter limiter, string key)
{
    public RequestRateLimiter Limiter { get; } = limiter;

    public string Key { get; } = key;

    public LinkedList<Waiter> Waiters { get; } = [];

    /// <summary>How many callers ask the store at the same time: as many as the bucket has room for, while nobody has been told to wait.</summary>
    public int Asking { get; private set; }

    /// <summary>Whether somebody sleeps and asks for all who come later.</summary>
    public bool HasHead { get; set; }

    /// <summary>When the head expects to be served; null while nobody knows.</summary>
    public TimeSpan? HeadDue { get; set; }

    /// <summary>Ends the head's sleep, so that it asks the store again.</summary>
    public CancellationTokenSource? Sleep { get; set; }

    /// <summary>How often the bucket was opened again: what the store answered before the last time says nothing.</summary>
    public int Reopenings { get; private set; }

    /// <summary>How many permits were given whose requests are not yet written.</summary>
    public int Unwritten { get; private set; }

    /// <summary>The same, and those that were written and of which the store does not know yet.</summary>
    public int Unsettled { get; private set; }

    /// <summary>What the head waits for while as many permits are unsettled as the bucket has room for.</summary>
    public TaskCompletionSource? Room { get; set; }

    /// <summary>When the head looks again, whether there is room or not.</summary>
    public TimeSpan RoomCheckedAt { get; set; }

    public bool Used { get; set; }

    public bool Dropped { get; set; }

    public bool IsIdle => !HasHead && !Used && Unsettled == 0 && Asking == 0;

    public bool HasRoom(RateLimitBucket bucket) => Unsettled + Asking < Math.Max(1, bucket.Capacity);

    public void BeginAsking() => Asking++;

    /// <summary>A caller that asked has its answer, or none: who waits for that goes on.</summary>
    /// <param name="mustWait">Whether there is something to wait for.</param>
    public void EndAsking(bool mustWait)
    {
        Asking--;
        Room?.TrySetResult();
        if (!HasHead && (mustWait || Asking == 0))
            Promote();
    }

    /// <summary>How long the head waits from now on, as far as anybody knows.</summary>
    public TimeSpan HeadWait(TimeSpan now, TimeSpan step) =>
        HeadDue is not { } due ? TimeSpan.Zero : Room is not null ? step : due > now ? due - now : TimeSpan.Zero;

    /// <summary>Lets a caller that was told to wait do so in the order of coming; whose turn comes too late by that is refused.</summary>
    /// <param name="waiter">The caller.</param>
    /// <param name="now">The time.</param>
    public void Enqueue(Waiter waiter, TimeSpan now)
    {
        LinkedListNode<Waiter>? before = Waiters.Last;
        while (before is not null && before.Value.Caller.Since > waiter.Caller.Since)
            before = before.Previous;
        if (before is null)
            Waiters.AddFirst(waiter.Node);
        else
            Waiters.AddAfter(before, waiter.Node);
        if (HeadDue is not null)
            Announce(now, HeadWait(now, waiter.Caller.Step));
    }

    public RateLimitPermit Grant(RateLimitBucket bucket, long takenAt)
    {
        Unwritten++;
        Unsettled++;
        return new RateLimitPermit(this, bucket, takenAt);
    }

    /// <returns>How many are still unwritten.</returns>
    public int Write() => --Unwritten;

    public void Settle()
    {
        Unsettled--;
        Room?.TrySetResult();
    }

    /// <summary>Lets the head ask again at once: the bucket may give sooner than was expected.</summary>
    public void Wake()
    {
        lock (this)
        {
            Reopenings++;
            HeadDue = null;

            // The head goes on elsewhere, not under this lock.
            _ = Sleep?.CancelAsync();
        }
    }

    public void PassTurn()
    {
        lock (this)
        {
            HeadDue = null;
            Room = null;
            HasHead = false;
            Promote();
        }
    }

    public void Leave(Waiter waiter)
    {
        bool hasTurn;
        lock (this)
        {
            hasTurn = waiter.Node.List is null && waiter.Outcome.Task.Result is null;
            if (waiter.Node.List is not null)
                Waiters.Remove(waiter.Node);
        }

        if (hasTurn)
            PassTurn();
    }

    /// <summary>Tells those whose turn will come too late by now. The others need no timer of their own: the head's is enough.</summary>
    /// <param name="now">The time.</param>
    /// <param name="headWait">How long the head will wait.</param>
    /// <returns>How much later the head may be served without anybody's patience ending.</returns>
    public TimeSpan Announce(TimeSpan now, TimeSpan headWait)
    {
        TimeSpan least = TimeSpan.MaxValue;
        lock (this)
        {
            HeadDue = now + headWait;
            int position = 1;
            for (LinkedListNode<Waiter>? node = Waiters.First, next; node is not null; node = next)
            {
                next = node.Next;
                Caller caller = node.Value.Caller;
                TimeSpan expected = caller.Expects(headWait, position);
                TimeSpan spare = caller.Left(now) - expected;
                if (spare < TimeSpan.Zero)
                {
                    Waiters.Remove(node);
                    node.Value.Outcome.SetResult(expected);
                }
                else
                {
                    least = spare < least ? spare : least;
                    position++;
                }
            }
        }

        return least;
    }

    private void Promote()
    {
        if (Waiters.First is not { } next)
            return;
        HasHead = true;
        Waiters.Remove(next);
        next.Value.Outcome.SetResult(null);
    }

    internal readonly record struct Caller(RateLimitBucket Bucket, TimeSpan Since, TimeSpan MaxWait)
    {
        /// <summary>The least time from a request that is written to one more, where as many are on their way as the bucket has room for.</summary>
        public TimeSpan Step => Bucket.Interval + Bucket.Padding;

        public TimeSpan Left(TimeSpan now) => now > Since ? MaxWait - (now - Since) : MaxWait;

        /// <summary>How long the caller will wait when the head waits for so long and so many are served before the caller.</summary>
        public TimeSpan Expects(TimeSpan headWait, int position) => headWait + ((Bucket.Capacity <= 1 ? Step : Bucket.Interval) * position);
    }

    internal sealed class Waiter
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
