using System.Collections.Concurrent;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// Keeps the buckets of this process: the default, and what a store of your own can fall back to. A bucket is two times (GCRA): when it will be
/// full again, and until when it is closed. What a limit says comes with each call, so that a limit may change while its bucket is in use.
/// </summary>
public sealed class InMemoryRateLimitStore : IRateLimitStore
{
    // Far beyond any limit and any 429, and small enough that sums of ticks never overflow.
    private const long Horizon = 100 * 365 * TimeSpan.TicksPerDay;
    private const long IdleTime = 10 * TimeSpan.TicksPerMinute;

    private readonly ConcurrentDictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _provenTokens = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider;
    private readonly SweepSchedule _sweep;
    private readonly long _start;

    /// <summary>Creates a store in which every bucket is full and open.</summary>
    /// <param name="timeProvider">The clock.</param>
    public InMemoryRateLimitStore(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        _timeProvider = timeProvider;
        _sweep = new SweepSchedule(timeProvider);
        _start = timeProvider.GetTimestamp();
    }

    private delegate long Step<T>(State state, RateLimitBucket bucket, T argument, long now);

    internal TimeProvider Clock => _timeProvider;

    internal int Count => _states.Count;

    private long Now => Since(_timeProvider.GetTimestamp());

    /// <summary>Reads what is known of a bucket; takes nothing.</summary>
    /// <param name="key">The bucket's key.</param>
    /// <returns>Its state; that of a full and open bucket if nothing is known.</returns>
    public RateLimitBucketState GetState(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!_states.TryGetValue(key, out State? state))
            return default;
        lock (state)
        {
            long now = Now;
            return new RateLimitBucketState
            {
                FullIn = TimeSpan.FromTicks(Math.Max(0, state.FullAt - now)),
                OpenIn = TimeSpan.FromTicks(Math.Max(0, state.ClosedUntil - now)),
                ClosedAgo = TimeSpan.FromTicks(state.ClosedUntil > now ? now - state.ClosedAt : 0),
            };
        }
    }

    /// <inheritdoc/>
    public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default) =>
        new(TimeSpan.FromTicks(Run(bucket, 0, Take)));

    /// <inheritdoc/>
    public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default)
    {
        Run(bucket, requests, Charge);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        Run(bucket, duration, Close);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask MarkTokenProvenAsync(string tokenHash, CancellationToken cancellationToken = default)
    {
        _provenTokens.TryAdd(tokenHash, true);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsTokenProvenAsync(string tokenHash, CancellationToken cancellationToken = default) => new(_provenTokens.ContainsKey(tokenHash));

    /// <inheritdoc/>
    public ValueTask ReopenAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default)
    {
        Run(bucket, 0, Reopen);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default)
    {
        Run(bucket, (remaining, age), Report);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ReportWrittenAsync(RateLimitBucket bucket, int unwritten, TimeSpan age, CancellationToken cancellationToken = default)
    {
        Run(bucket, (unwritten, Cap(Math.Max(0, age.Ticks), 0)), static (state, bucket, report, now) => Write(state, bucket, report.unwritten, now - report.Item2));
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ReturnAsync(RateLimitBucket bucket, TimeSpan age, CancellationToken cancellationToken = default)
    {
        Return(bucket, age);
        return default;
    }

    internal void Return(RateLimitBucket bucket, TimeSpan age) => Run(bucket, age, GiveBack);

    /// <summary>The same as <see cref="TryTakeAsync"/>, for who has just looked at the clock; does not say how long to wait.</summary>
    internal bool TryTake(RateLimitBucket bucket, long timestamp)
    {
        if (_sweep.IsDue(timestamp))
            DropIdle();
        State state = Find(bucket);
        lock (state)
            return !state.Dropped && Take(state, bucket, 0, Since(timestamp)) == 0;
    }

    /// <summary>The same as <see cref="ReportWrittenAsync"/>, for who has just looked at the clock.</summary>
    internal void ReportWritten(RateLimitBucket bucket, int unwritten, long timestamp)
    {
        State state = Find(bucket);
        lock (state)
        {
            if (!state.Dropped)
            {
                Write(state, bucket, unwritten, Since(timestamp));
                return;
            }
        }

        Run(bucket, unwritten, Write);
    }

    private static long Take(State state, RateLimitBucket bucket, int unused, long now)
    {
        long due = Math.Max(state.ClosedUntil, state.FullAt - Intervals(bucket, Spare(bucket)));
        if (now < due)
            return due - now;
        state.FullAt = Cap(Math.Max(now + Cap(bucket.Padding.Ticks, 0), state.FullAt) + Intervals(bucket, 1), now);
        return 0;
    }

    private static long Charge(State state, RateLimitBucket bucket, int requests, long now)
    {
        if (requests > 0)
            state.FullAt = Cap(Math.Max(now, state.FullAt) + Intervals(bucket, requests), now);
        return 0;
    }

    private static long Close(State state, RateLimitBucket bucket, TimeSpan duration, long now)
    {
        state.ClosedAt = now;
        state.ClosedUntil = Math.Max(state.ClosedUntil, now + Cap(Math.Max(0, duration.Ticks), 0));
        // The bucket opens with one request and no more.
        state.FullAt = Math.Max(state.FullAt, state.ClosedUntil + Intervals(bucket, Spare(bucket)));
        return 0;
    }

    private static long Reopen(State state, RateLimitBucket bucket, int unused, long now)
    {
        if (state.ClosedUntil > now)
        {
            // Not sooner than the table allows: what was closed was just used.
            long opens = Math.Min(state.ClosedUntil, Math.Max(now, state.ClosedAt + Intervals(bucket, 1)));
            state.ClosedUntil = opens;
            state.FullAt = Math.Min(state.FullAt, opens + Intervals(bucket, Spare(bucket)));
        }

        return 0;
    }

    private static long Report(State state, RateLimitBucket bucket, (int Remaining, TimeSpan Age) report, long now)
    {
        // WB rounds down, hence the tolerance of one. What was sent since then is in FullAt already: the later of the two
        // times counts no request twice.
        long sent = now - Cap(Math.Max(0, report.Age.Ticks), 0);
        int left = Math.Clamp(report.Remaining, 0, Math.Max(0, bucket.Burst));
        state.FullAt = Math.Max(state.FullAt, sent + Intervals(bucket, bucket.Burst - left - 1));
        return 0;
    }

    // Each request that is still to be written can arrive right behind this one.
    private static long Write(State state, RateLimitBucket bucket, int unwritten, long writtenAt)
    {
        long arrived = Cap(writtenAt + Cap(bucket.Padding.Ticks, 0), writtenAt);
        state.FullAt = Math.Max(state.FullAt, arrived + Intervals(bucket, 1 + Math.Clamp(unwritten, 0, Spare(bucket))));
        return 0;
    }

    // Only what is certainly the last thing that happened to the bucket is undone.
    private static long GiveBack(State state, RateLimitBucket bucket, TimeSpan age, long now)
    {
        long taken = now - Cap(Math.Max(0, age.Ticks), 0), interval = Intervals(bucket, 1);
        if (state.FullAt <= taken + Cap(bucket.Padding.Ticks, 0) + interval + (interval / 8))
            state.FullAt -= interval;
        return 0;
    }

    private static int Spare(RateLimitBucket bucket) => Math.Max(1, bucket.Capacity) - 1;

    private static long Intervals(RateLimitBucket bucket, int count) =>
        (long)Int128.Min((Int128)bucket.Interval.Ticks * count, Horizon);

    private static long Cap(long ticks, long now) => Math.Min(ticks, now + Horizon);

    private long Run<T>(RateLimitBucket bucket, T argument, Step<T> step)
    {
        if (_sweep.IsDue())
            DropIdle();
        while (true)
        {
            State state = Find(bucket);
            lock (state)
            {
                // A state that was dropped since it was looked up takes no charge: it would be lost.
                if (!state.Dropped)
                    return step(state, bucket, argument, Now);
            }
        }
    }

    private long Since(long timestamp) => _timeProvider.GetElapsedTime(_start, timestamp).Ticks;

    private State Find(RateLimitBucket bucket)
    {
        if (bucket.State is { Dropped: false } known && ReferenceEquals(known.Owner, this) && string.Equals(known.Key, bucket.Key, StringComparison.Ordinal))
            return known;
        return bucket.State = _states.GetOrAdd(bucket.Key, static (key, store) => new State(store, key), this);
    }

    private void DropIdle()
    {
        long now = Now;
        foreach (KeyValuePair<string, State> entry in _states)
        {
            lock (entry.Value)
            {
                // A full, open bucket is as good as a new one; the idle time only saves making it anew all the time.
                if (Math.Max(entry.Value.FullAt, entry.Value.ClosedUntil) + IdleTime >= now)
                    continue;
                entry.Value.Dropped = true;
                _states.TryRemove(entry);
            }
        }
    }

    internal sealed class State(InMemoryRateLimitStore owner, string key)
    {
        public InMemoryRateLimitStore Owner { get; } = owner;

        public string Key { get; } = key;

        public long FullAt { get; set; }

        public long ClosedUntil { get; set; }

        public long ClosedAt { get; set; }

        public bool Dropped { get; set; }
    }
}
