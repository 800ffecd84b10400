using CsCheck;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.Redis.Tests;

/// <summary>The step in Redis, on a clock that the test moves: what holds of every store, and that no answer differs from that of the store in memory.</summary>
public sealed class RedisRateLimitStoreTests : RateLimitStoreLaws, IClassFixture<RedisServer>, IDisposable
{
    private const string Clock = "{tests}:clock";
    private const long Begin = 1_700_000_000_000_000;

    // The same script, but for where the time comes from; and the keys outlive a machine that stutters.
    private static readonly string Script = RedisRateLimitStore.Script
        .Replace("redis.call('TIME')", $"{{0, redis.call('GET', '{Clock}')}}", StringComparison.Ordinal)
        .Replace("+ 1000)", "+ 600000)", StringComparison.Ordinal);

    private readonly RedisServer _server;
    private readonly IDatabase _redis;
    private readonly FakeTimeProvider _time = new();
    private readonly RedisRateLimitStore _store;

    public RedisRateLimitStoreTests(RedisServer redis)
    {
        RedisServer.OrSkip();
        _server = redis;
        _redis = redis.Database;
        _redis.Execute("FLUSHALL");
        _redis.StringSet(Clock, Begin);
        _store = redis.CreateStore(timeProvider: _time, script: Script);

        // An epoch begins; long after, every bucket is full.
        _store.TryTakeAsync(Ten with { Key = "any" }, Cancel).AsTask().GetAwaiter().GetResult();
        AdvanceAsync(TimeSpan.FromDays(1000)).GetAwaiter().GetResult();
    }

    protected override IRateLimitStore Store => _store;

    protected override async Task AdvanceAsync(TimeSpan time)
    {
        _time.Advance(time);
        await _redis.StringIncrementAsync(Clock, (long)time.TotalMicroseconds);
    }

    [Fact]
    public async Task It_answers_as_the_store_in_memory_does_whatever_happens()
    {
        int run = 0;
        await Gen.Select(
            Gen.OneOf(1, 60, 333, 1000, 20_000, 86_400_000),
            Gen.OneOf(1, 2, 4, 5, 10, 99),
            Gen.Select(Gen.Int[0, 12], Gen.Int[-2, 12], Gen.Double[0, 1]).Array[40]).SampleAsync(
            async (interval, burst, steps) =>
            {
                RateLimitBucket bucket = burst >= 5
                    ? Buckets.Of($"run {Interlocked.Increment(ref run)}", TimeSpan.FromMilliseconds(interval), burst, burst - 1, TimeSpan.Zero)
                    : Buckets.Of($"run {Interlocked.Increment(ref run)}", TimeSpan.FromMilliseconds(interval), burst, burst, Padding);
                var memory = new InMemoryRateLimitStore(_time);

                // A process tells Redis again of a closing that it knows, and gives nothing back after it: the safe side.
                bool wasClosed = false;
                foreach ((int what, int number, double part) in steps)
                {
                    TimeSpan time = TimeSpan.FromMicroseconds(Math.Round(bucket.Interval.TotalMicroseconds * number * part));
                    wasClosed |= what == 1;
                    foreach (IRateLimitStore store in new IRateLimitStore[] { memory, _store })
                    {
                        await (what switch
                        {
                            0 => store.ChargeAsync(bucket, number, Cancel),
                            1 => store.CloseAsync(bucket, time, Cancel),
                            2 or 3 => store.ReportRemainingAsync(bucket, number, time, Cancel),
                            10 when !wasClosed => store.ReturnAsync(bucket, time, Cancel),
                            11 => store.ReportWrittenAsync(bucket, number, time, Cancel),
                            12 => store.ReopenAsync(bucket, Cancel),
                            _ => default,
                        });
                    }

                    if (what is 8 or 9 && time > TimeSpan.Zero)
                        await AdvanceAsync(time);

                    // What comes after it comes later.
                    if (what == 12)
                        await AdvanceAsync(TimeSpan.FromMicroseconds(1));
                    TimeSpan expected = await memory.TryTakeAsync(bucket, Cancel);
                    TimeSpan answer = await _store.TryTakeAsync(bucket, Cancel);
                    Assert.Equal(expected, answer);
                }
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public async Task A_process_that_knows_of_a_closing_does_not_close_a_bucket_that_another_has_opened_again()
    {
        using RedisRateLimitStore other = _server.CreateStore(timeProvider: _time, script: Script);
        await Store.CloseAsync(Ten, TimeSpan.FromDays(30), Cancel);
        await AdvanceAsync(Second);
        await other.ReopenAsync(Ten, Cancel);
        Assert.Equal(TimeSpan.Zero, await TakeAsync(Ten));
        Assert.Equal(Second, await other.TryTakeAsync(Ten, Cancel));

        // What WB says now holds for both, though it is less than what was void.
        await AdvanceAsync(TimeSpan.FromMilliseconds(1));
        await other.CloseAsync(Ten, TimeSpan.FromHours(1), Cancel);
        Assert.Equal(TimeSpan.FromHours(1), await TakeAsync(Ten));
        Assert.Equal(TimeSpan.FromHours(1), await other.TryTakeAsync(Ten, Cancel));
        await AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.Zero, await TakeAsync(Ten));
    }

    [Fact]
    public async Task That_a_bucket_was_opened_again_is_kept_as_long_as_the_closing_would_have_lasted_and_no_longer()
    {
        await Store.CloseAsync(Ten, TimeSpan.FromDays(30), Cancel);
        await AdvanceAsync(Second);
        await Store.ReopenAsync(Ten, Cancel);
        RedisKey key = Assert.Single(_redis.Multiplexer.GetServers().Single().Keys(pattern: "*:ten"));
        TimeSpan first = _redis.KeyTimeToLive(key)!.Value;
        Assert.InRange(first, TimeSpan.FromDays(29), TimeSpan.FromDays(31));
        for (int i = 0; i < 20; i++)
        {
            await AdvanceAsync(Second);
            await TakeAsync(Ten);
        }

        Assert.InRange(_redis.KeyTimeToLive(key)!.Value, TimeSpan.FromDays(29), first);
    }

    [Fact]
    public async Task What_was_learned_after_a_bucket_was_opened_again_outlives_a_Redis_that_forgets()
    {
        using RedisRateLimitStore other = _server.CreateStore(timeProvider: _time, script: Script);
        await Store.CloseAsync(Ten, TimeSpan.FromDays(1), Cancel);
        await other.CloseAsync(Ten, TimeSpan.FromDays(1), Cancel);
        await AdvanceAsync(Second);
        await Store.ReopenAsync(Ten, Cancel);
        await AdvanceAsync(Second);

        // Shorter than the one that was taken back, of which this process still knows.
        await other.CloseAsync(Ten, TimeSpan.FromHours(1), Cancel);
        Assert.Equal(TimeSpan.FromHours(1), await TakeAsync(Ten));
        Assert.Equal(TimeSpan.FromHours(1), await other.TryTakeAsync(Ten, Cancel));

        string clock = (string)_redis.StringGet(Clock)!;
        _redis.Execute("FLUSHALL");
        _redis.StringSet(Clock, clock);
        Assert.Equal(TimeSpan.FromHours(1), await other.TryTakeAsync(Ten, Cancel));
    }

    [Fact]
    public async Task A_request_that_was_not_written_comes_back_where_nothing_has_happened_since()
    {
        Assert.Equal(TimeSpan.Zero, await TakeAsync(Ten));
        await Store.ReturnAsync(Ten, TimeSpan.Zero, Cancel);
        Assert.Equal(9, await DrainAsync(Ten));

        // Another one was taken since: nobody knows what WB has.
        await AdvanceAsync(Second * 100);
        Assert.Equal(TimeSpan.Zero, await TakeAsync(Ten));
        Assert.Equal(TimeSpan.Zero, await TakeAsync(Ten));
        await Store.ReturnAsync(Ten, TimeSpan.Zero, Cancel);
        Assert.Equal(7, await DrainAsync(Ten));

        // It was taken so long ago that the bucket has it again by itself.
        await AdvanceAsync(Second * 100);
        Assert.Equal(TimeSpan.Zero, await TakeAsync(Ten));
        await AdvanceAsync(Second * 3);
        await Store.ReturnAsync(Ten, Second * 3, Cancel);
        Assert.Equal(9, await DrainAsync(Ten));
    }

    [Theory]
    [InlineData("one", 1)]
    [InlineData("three", 2)] // The third pays the padding.
    [InlineData("ten", 3)]
    public async Task After_Redis_lost_its_memory_the_buckets_begin_empty(string key, int threeSecondsLater)
    {
        RateLimitBucket bucket = new[] { One, Three, Ten }.Single(b => b.Key == key);
        await _redis.ExecuteAsync("FLUSHALL");
        await _redis.StringSetAsync(Clock, Begin);

        // Whoever asks first begins the epoch; that its own bucket is another one makes no difference.
        await TakeAsync(bucket with { Key = "other" });
        await AdvanceAsync(Second / 4);
        Assert.Equal((Second * 0.75) + bucket.Padding, await TakeAsync(bucket));
        await AdvanceAsync((Second * 0.75) + bucket.Padding);
        Assert.Equal(1, await DrainAsync(bucket));
        await AdvanceAsync(Second * 3 + bucket.Padding);
        Assert.Equal(threeSecondsLater, await DrainAsync(bucket));
    }

    [Fact]
    public async Task Nothing_that_was_taken_before_the_loss_can_be_taken_again()
    {
        // At its worst WB's bucket was drained at the very moment, and a request is still on its way.
        foreach (RateLimitBucket bucket in new[] { One, Three, Ten })
        {
            await AdvanceAsync(TimeSpan.FromMinutes(10));
            Assert.Equal(bucket.Capacity, await DrainAsync(bucket) + (bucket == Three ? 1 : 0));
            TimeSpan known = await TakeAsync(bucket);
            string clock = (await _redis.StringGetAsync(Clock))!;
            await _redis.ExecuteAsync("FLUSHALL");
            await _redis.StringSetAsync(Clock, clock);
            Assert.True(await TakeAsync(bucket) >= known, bucket.ToString());
        }
    }

    [Fact]
    public async Task A_clock_of_the_server_that_is_set_back_makes_nobody_wait_longer()
    {
        Assert.Equal(9, await DrainAsync(Ten));
        await Store.CloseAsync(Three, Second * 5, Cancel);
        await _redis.StringDecrementAsync(Clock, (long)TimeSpan.FromMinutes(1).TotalMicroseconds);
        Assert.Equal(Second, await TakeAsync(Ten));
        Assert.Equal(Second * 5, await TakeAsync(Three));

        // Also when it was set back to before the epoch.
        await _redis.StringSetAsync(Clock, Begin - 1);
        Assert.Equal(Second, await TakeAsync(Ten));
        await AdvanceAsync(Second);
        Assert.Equal(1, await DrainAsync(Ten));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("hash")]
    [InlineData("set")]
    [InlineData("stream")]
    [InlineData("a text")]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("1 2 3 4 5 6")]
    [InlineData("-1 0 5")]
    [InlineData("0x10 0 5")]
    [InlineData("1e3 0 5")]
    [InlineData("9223372036854775808 0 5")]
    [InlineData("0 920000000000000000 5")]
    [InlineData("0 0 99999999999999999999999999999999")]
    [InlineData("8900000000000000 0 5")] // 282 years: no limit of ours goes so far.
    public async Task What_another_program_put_in_the_place_of_a_bucket_is_replaced_told_and_concerns_this_bucket_only(string what)
    {
        var told = new List<string>();
        using var store = new RedisRateLimitStore(
            new RedisConnection(_redis.Multiplexer), "wildberries", new RedisRateLimitOptions(), _time, new ListLogger(told), Script);
        string key = "{wildberries}:" + Ten.Key;
        await _redis.KeyDeleteAsync(key);
        await (what switch
        {
            "list" => (Task)_redis.ListLeftPushAsync(key, "1 2 3"),
            "hash" => _redis.HashSetAsync(key, "1", "2"),
            "set" => _redis.SetAddAsync(key, "1 2 3"),
            "stream" => _redis.StreamAddAsync(key, "1", "2"),
            _ => _redis.StringSetAsync(key, what),
        });

        // An empty text is what a bucket that is not known has: nothing.
        bool isForeign = what.Length > 0;
        Assert.Equal(isForeign ? Second : TimeSpan.Zero, await store.TryTakeAsync(Ten, Cancel));
        Assert.Equal(isForeign ? ["Warning"] : [], told);
        Assert.Matches("^[0-9]+ [0-9]+ [0-9]+$", (string?)await _redis.StringGetAsync(key));

        // The third pays the padding.
        Assert.Equal(2, await DrainAsync(Three));
        await AdvanceAsync(Second * 20);
        Assert.Equal(TimeSpan.Zero, await store.TryTakeAsync(Ten, Cancel));
        Assert.Equal(isForeign ? 1 : 0, told.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_another_program_put_in_the_place_of_the_epoch_is_replaced_and_the_buckets_begin_empty(bool isText)
    {
        await _redis.KeyDeleteAsync("{wildberries}:epoch");
        await (isText ? (Task)_redis.StringSetAsync("{wildberries}:epoch", "a text") : _redis.HashSetAsync("{wildberries}:epoch", "1", "2"));

        Assert.Equal(Second, await TakeAsync(Ten));
        Assert.Matches("^[0-9a-f]{40} [0-9]+$", (string?)await _redis.StringGetAsync("{wildberries}:epoch"));
        await AdvanceAsync(Second * 20);
        Assert.Equal(9, await DrainAsync(Ten));
    }

    [Fact]
    public async Task Without_INFO_the_loss_of_the_epoch_is_still_noticed()
    {
        await _redis.ExecuteAsync("FLUSHALL");
        await _redis.StringSetAsync(Clock, Begin);
        using RedisRateLimitStore store = CreateStoreWith(Script.Replace("'INFO'", "'NO-SUCH-COMMAND'", StringComparison.Ordinal));
        Assert.Equal(Second, await store.TryTakeAsync(Ten, Cancel));
        await AdvanceAsync(Second * 20);
        Assert.Equal(TimeSpan.Zero, await store.TryTakeAsync(Ten, Cancel));
        Assert.StartsWith("- ", await _redis.StringGetAsync("{wildberries}:epoch"), StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    private RedisRateLimitStore CreateStoreWith(string script) => new(
        new RedisConnection(_redis.Multiplexer),
        "wildberries",
        new RedisRateLimitOptions(),
        _time,
        NullLogger.Instance,
        script);

    private sealed class ListLogger(List<string> told) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            told.Add(logLevel.ToString());
    }
}
