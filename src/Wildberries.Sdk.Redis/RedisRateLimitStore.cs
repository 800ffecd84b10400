using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Redis;

/// <summary>
/// Keeps the buckets in Redis, for all processes that use it. Every step is one script there, on the server's clock: the clocks of the processes do not
/// matter, and a process that dies holds nothing up.
/// </summary>
/// <remarks>
/// What Redis may not know is kept in this process (closings, and all that happened during an outage) and told with each step on that bucket. It is
/// told as times that can only make the bucket slower, so that telling it twice changes nothing.
/// </remarks>
internal sealed class RedisRateLimitStore : IRateLimitStore, IDisposable
{
    private static readonly TimeSpan RepeatDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TrialInterval = TimeSpan.FromSeconds(1);

    // As long as a token of WB lives.
    private static readonly TimeSpan TokenLife = TimeSpan.FromDays(180);

    private readonly RedisConnection _connection;
    private readonly RedisRateLimitOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly string _script;
    private readonly string _prefix;
    private readonly RedisKey _epochKey;
    private readonly InMemoryRateLimitStore _local;
    private Outage? _outage;

    /// <param name="connection">The connection; disposed with the store.</param>
    /// <param name="keyPrefix">What keys begin with, without braces.</param>
    /// <param name="options">The policy and the patience.</param>
    /// <param name="timeProvider">The clock of this process: it measures patience and outages, not limits.</param>
    /// <param name="logger">Where outages are written.</param>
    /// <param name="script">The step; tests give it a clock of their own.</param>
    public RedisRateLimitStore(
        RedisConnection connection, string keyPrefix, RedisRateLimitOptions options, TimeProvider timeProvider, ILogger logger, string? script = null)
    {
        _connection = connection;
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
        _script = script ?? Script;

        // One hash tag for all of them: a script of a cluster may touch one slot only.
        _prefix = $"{{{keyPrefix}}}:";
        _epochKey = _prefix + "epoch";
        _local = new InMemoryRateLimitStore(timeProvider);
    }

    /// <summary>The step, as Redis runs it.</summary>
    public static string Script { get; } = ReadScript();

    /// <inheritdoc/>
    public async ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default)
    {
        (TimeSpan wait, Outage? outage) = await RunAsync(bucket, new Step(Take: true), cancellationToken).ConfigureAwait(false);
        if (outage is null)
            return wait;
        if (_options.OutagePolicy == RedisOutagePolicy.Refuse)
        {
            double seconds = _timeProvider.GetElapsedTime(outage.Since).TotalSeconds;
            throw new TimeoutException(
                FormattableString.Invariant($"Redis, which holds the rate limits, has not answered for {seconds:0.0} s; calls are refused until it does."),
                outage.Cause);
        }

        // Nobody knows what the others have taken: the bucket begins empty. That is a guess, which ends with the outage and is told to nobody.
        if (outage.Emptied.TryAdd(bucket.Key, true))
            await outage.Guess.CloseAsync(bucket, bucket.Interval + bucket.Padding, cancellationToken).ConfigureAwait(false);
        wait = await outage.Guess.TryTakeAsync(bucket, cancellationToken).ConfigureAwait(false);
        return wait > TimeSpan.Zero
            ? Later(wait, _local.GetState(bucket.Key).OpenIn)
            : await _local.TryTakeAsync(bucket, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default)
    {
        if (requests > 0 && await RunAsync(bucket, new Step(Charge: requests), cancellationToken).ConfigureAwait(false) is { Outage: not null })
            await _local.ChargeAsync(bucket, requests, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        // An earlier closing may have been taken back elsewhere: then it must not lengthen this one.
        if (_local.GetState(bucket.Key).OpenIn > TimeSpan.Zero)
            await RunAsync(bucket, new Step(), cancellationToken).ConfigureAwait(false);

        // Kept here in any case: a Redis that forgets it is told again.
        await _local.CloseAsync(bucket, duration, cancellationToken).ConfigureAwait(false);
        await RunAsync(bucket, new Step(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReopenAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default)
    {
        // There too, from where the other processes learn that what they know of a closing holds no longer.
        RateLimitBucketState held = _local.GetState(bucket.Key);
        await RunAsync(bucket, new Step(Reopen: true), cancellationToken).ConfigureAwait(false);

        // Unless a 429 has closed it anew meanwhile.
        if (_local.GetState(bucket.Key).ClosedAgo >= held.ClosedAgo)
            await _local.ReopenAsync(bucket, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default)
    {
        // The bucket is full at the time of sending + (Burst - remaining - 1) * T or later; one request of difference is tolerated.
        int left = Math.Clamp(remaining, 0, Math.Max(0, bucket.Burst));
        var fullIn = (Int128)bucket.Interval.Ticks * (bucket.Burst - left - 1);
        fullIn -= Math.Max(0, age.Ticks);
        if (fullIn <= 0)
            return;
        if (await RunAsync(bucket, new Step(FullIn: ToTime(fullIn)), cancellationToken).ConfigureAwait(false) is { Outage: not null })
            await _local.ReportRemainingAsync(bucket, remaining, age, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReturnAsync(RateLimitBucket bucket, TimeSpan age, CancellationToken cancellationToken = default)
    {
        Int128 fullIn = (Int128)bucket.Interval.Ticks + (bucket.Interval.Ticks / 8) + bucket.Padding.Ticks - Math.Max(0, age.Ticks);
        if (fullIn <= 0)
            return;
        if (await RunAsync(bucket, new Step(Return: ToTime(fullIn)), cancellationToken).ConfigureAwait(false) is { Outage: not null })
            await _local.ReturnAsync(bucket, age, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReportWrittenAsync(RateLimitBucket bucket, int unwritten, TimeSpan age, CancellationToken cancellationToken = default)
    {
        // The bucket is full at the time of writing + Padding + (1 + unwritten) * T or later.
        Int128 fullIn = bucket.Padding.Ticks + ((Int128)bucket.Interval.Ticks * (1 + Math.Clamp(unwritten, 0, Math.Max(1, bucket.Capacity) - 1)));
        fullIn -= Math.Max(0, age.Ticks);
        if (fullIn <= 0)
            return;
        if (await RunAsync(bucket, new Step(FullIn: ToTime(fullIn)), cancellationToken).ConfigureAwait(false) is { Outage: not null })
            await _local.ReportWrittenAsync(bucket, unwritten, age, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask MarkTokenProvenAsync(string tokenHash, CancellationToken cancellationToken = default) =>
        await AskAsync(database => database.StringSetAsync(ProvenKey(tokenHash), 1, TokenLife), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<bool> IsTokenProvenAsync(string tokenHash, CancellationToken cancellationToken = default) =>
        await AskAsync(
            async database => !(await database.StringGetAsync(ProvenKey(tokenHash), CommandFlags.DemandMaster).ConfigureAwait(false)).IsNull, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    // Rounded up: never a fraction too fast.
    private static long Microseconds(TimeSpan time) => (time.Ticks / TimeSpan.TicksPerMicrosecond) + (time.Ticks % TimeSpan.TicksPerMicrosecond > 0 ? 1 : 0);

    private static TimeSpan ToTime(Int128 ticks) => TimeSpan.FromTicks((long)Int128.Min(ticks, TimeSpan.MaxValue.Ticks));

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static string ReadScript()
    {
        using Stream stream = typeof(RedisRateLimitStore).Assembly.GetManifestResourceStream("RateLimitStep.lua")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private RedisKey ProvenKey(string tokenHash) => $"{_prefix}proven:{tokenHash}";

    // No limit hangs on these: while Redis is away, nothing is known.
    private async ValueTask<bool> AskAsync(Func<IDatabase, Task<bool>> ask, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _outage) is not null || !_connection.TryGetDatabase(out IDatabase? database))
            return false;
        try
        {
            Task<bool> answer = ask(database);
            await WaitAsync(answer, _options.Timeout, cancellationToken).ConfigureAwait(false);
            return await answer.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return false;
        }
    }

    // The answer, or the outage in which there is none.
    private async ValueTask<(TimeSpan Wait, Outage? Outage)> RunAsync(RateLimitBucket bucket, Step step, CancellationToken cancellationToken)
    {
        Outage? known = Volatile.Read(ref _outage);
        if (known is null)
            return await RunAsync(bucket, step, _options.Timeout, null, cancellationToken).ConfigureAwait(false);
        if (!known.MayTry(_timeProvider))
            return (default, known);
        try
        {
            // One call a second looks whether the outage is over, and none is held up for longer than until the next one would.
            TimeSpan patience = _options.Timeout < TrialInterval ? _options.Timeout : TrialInterval;
            return await RunAsync(bucket, step, patience, known, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            known.Tried(_timeProvider.GetTimestamp());
        }
    }

    private async ValueTask<(TimeSpan Wait, Outage? Outage)> RunAsync(
        RateLimitBucket bucket, Step step, TimeSpan patience, Outage? known, CancellationToken cancellationToken)
    {
        long begun = _timeProvider.GetTimestamp();
        while (true)
        {
            try
            {
                if (!_connection.TryGetDatabase(out IDatabase? database))
                {
                    // That has a time limit of its own: the first connection of a process that only just starts can take long.
                    Task<IDatabase> connecting = _connection.ConnectAsync();
                    database = await (known is null ? connecting.WaitAsync(cancellationToken) : connecting.WaitAsync(patience, _timeProvider, cancellationToken))
                        .ConfigureAwait(false);
                    begun = _timeProvider.GetTimestamp();
                }

                RateLimitBucketState held = _local.GetState(bucket.Key);
                Task<RedisResult> answer = EvaluateAsync(database, bucket, step, held);
                if (!answer.IsCompleted)
                {
                    TimeSpan rest = Later(patience - _timeProvider.GetElapsedTime(begun), TimeSpan.Zero);
                    await WaitAsync(answer, rest, cancellationToken).ConfigureAwait(false);
                }

                var values = (RedisResult[])(await answer.ConfigureAwait(false))!;
                Recovered();
                if ((int)values[1] != 0)
                    Log.EpochBegun(_logger);
                if ((int)values[2] != 0)
                    Log.Foreign(_logger);
                if ((int)values[3] != 0 && _local.GetState(bucket.Key).ClosedAgo >= held.ClosedAgo)
                    await _local.ReopenAsync(bucket, cancellationToken).ConfigureAwait(false);
                return (TimeSpan.FromTicks((long)values[0] * TimeSpan.TicksPerMicrosecond), null);
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                // There is no connection, or it broke under the step, or the server is only just loading: it may be back in a moment. A step that was
                // carried out all the same, and is now carried out again, costs a request that is not sent.
                if (known is null && exception is RedisException && _timeProvider.GetElapsedTime(begun) + RepeatDelay < patience)
                {
                    await Task.Delay(RepeatDelay, _timeProvider, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                return (default, Failed(begun, exception));
            }
        }
    }

    private async Task WaitAsync(Task answer, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await answer.WaitAsync(patience, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!answer.IsCompleted)
        {
            // Nobody waits for it any more, and nobody shall be told that nobody looked at its failure.
            _ = answer.ContinueWith(
                static late => late.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }

    private Task<RedisResult> EvaluateAsync(IDatabase database, RateLimitBucket bucket, Step step, RateLimitBucketState known)
    {
        return database.ScriptEvaluateAsync(
            _script,
            [_prefix + bucket.Key, _epochKey],
            [
                step.Take ? 1 : 0,
                step.Charge,
                Microseconds(bucket.Interval),
                Math.Max(1, bucket.Capacity),
                Microseconds(bucket.Padding),
                Microseconds(step.FullIn),
                Microseconds(known.OpenIn),
                step.Return is { } fullIn ? Microseconds(fullIn) : "",
                step.Reopen ? "open" : "",
                Microseconds(known.FullIn),
                Microseconds(known.ClosedAgo),
            ],
            CommandFlags.DemandMaster);
    }

    private Outage Failed(long begun, Exception cause)
    {
        var begins = new Outage(begun, cause, _timeProvider);
        Outage outage = Interlocked.CompareExchange(ref _outage, begins, null) ?? begins;
        if (outage == begins)
            Log.Outage(_logger, cause.GetType().Name, _options.OutagePolicy);
        return outage;
    }

    private void Recovered()
    {
        if (Volatile.Read(ref _outage) is not null && Interlocked.Exchange(ref _outage, null) is { } over)
            Log.Recovered(_logger, _timeProvider.GetElapsedTime(over.Since).TotalSeconds);
    }

    /// <summary>What one step does beyond telling Redis what this process knows.</summary>
    private readonly record struct Step(bool Take = false, int Charge = 0, TimeSpan FullIn = default, TimeSpan? Return = null, bool Reopen = false);

    private sealed class Outage(long since, Exception cause, TimeProvider timeProvider)
    {
        private long _lastTrial = timeProvider.GetTimestamp();
        private int _isTrying;

        public long Since { get; } = since;

        public Exception Cause { get; } = cause;

        /// <summary>What is assumed of the buckets while Redis is away.</summary>
        public InMemoryRateLimitStore Guess { get; } = new(timeProvider);

        /// <summary>The buckets that have been begun anew in this process.</summary>
        public ConcurrentDictionary<string, bool> Emptied { get; } = new(StringComparer.Ordinal);

        /// <summary>Whether it is time to look if the outage is over, and the caller's turn to do so.</summary>
        public bool MayTry(TimeProvider clock) =>
            clock.GetElapsedTime(Volatile.Read(ref _lastTrial)) >= TrialInterval && Interlocked.CompareExchange(ref _isTrying, 1, 0) == 0;

        /// <summary>A trial has ended just now; if it failed, the next one is due an interval later.</summary>
        public void Tried(long now)
        {
            Volatile.Write(ref _lastTrial, now);
            Volatile.Write(ref _isTrying, 0);
        }
    }
}
