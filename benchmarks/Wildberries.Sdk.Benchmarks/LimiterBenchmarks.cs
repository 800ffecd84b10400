using System.Threading.RateLimiting;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>A permit that need not be waited for, and its use: the SDK's limiter with its store, beside .NET's token bucket.</summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[SimpleJob(warmupCount: 8, iterationCount: 24)]
public class LimiterBenchmarks
{
    private const int Callers = 64;
    private const int Each = 1_000;
    private const int Sellers = 10_000;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    private readonly RequestRateLimiter _limiter = new(new InMemoryRateLimitStore(TimeProvider.System), TimeProvider.System);
    private readonly TokenBucketRateLimiter _tokenBucket = new(Options);
    private readonly PartitionedRateLimiter<string> _tokenBuckets =
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Options));

    private readonly RateLimitBucket[] _buckets =
    [
        .. Enumerable.Range(0, Sellers).Select(i => new RateLimitBucket
        {
            Key = $"production:{new Guid(i, 0, 0, new byte[8])}:personal:buyer-chat-api.wildberries.ru GET /api/v1/seller/chats",
            Interval = TimeSpan.FromTicks(1),
            Burst = 2_000_000_000,
            Capacity = 1_999_999_999,
        }),
    ];

    private readonly TimeProvider _clock = TimeProvider.System;
    private int _locked;

    private static TokenBucketRateLimiterOptions Options => new()
    {
        TokenLimit = int.MaxValue,
        TokensPerPeriod = 1_000_000,
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
        QueueLimit = int.MaxValue,
    };

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("one caller")]
    public async Task<bool> TokenBucket()
    {
        using System.Threading.RateLimiting.RateLimitLease lease = await _tokenBucket.AcquireAsync();
        return lease.IsAcquired;
    }

    [Benchmark]
    [BenchmarkCategory("one caller")]
    public async Task<bool> Sdk()
    {
        RateLimitPermit permit = (await _limiter.AcquireAsync(_buckets[0], Wait, CancellationToken.None)).Permit!;
        await permit.Written();
        return true;
    }

    /// <summary>The first half: the permit is given back without a request.</summary>
    [Benchmark]
    [BenchmarkCategory("one caller")]
    public async Task<bool> SdkGivenUp()
    {
        await (await _limiter.AcquireAsync(_buckets[0], Wait, CancellationToken.None)).Permit!.NotWritten();
        return true;
    }

    /// <summary>What no permit and its use can do without here: a look at the clock when it is taken and when its request is written.</summary>
    [Benchmark]
    [BenchmarkCategory("one caller")]
    public long TwoLooksAtTheClock() => _clock.GetTimestamp() - _clock.GetTimestamp();

    /// <summary>The locks of a permit and its use: the line's and the bucket's, twice.</summary>
    [Benchmark]
    [BenchmarkCategory("one caller")]
    public int FourLocks()
    {
        lock (_limiter)
        {
            lock (_tokenBucket)
                _locked++;
        }

        lock (_limiter)
        {
            lock (_tokenBucket)
                return _locked++;
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Callers * Each)]
    [BenchmarkCategory("64 callers")]
    public Task TokenBucketOf64() => AllAsync(async () =>
    {
        for (int i = 0; i < Each; i++)
            (await _tokenBucket.AcquireAsync()).Dispose();
    });

    [Benchmark(OperationsPerInvoke = Callers * Each)]
    [BenchmarkCategory("64 callers")]
    public Task SdkOf64() => AllAsync(async () =>
    {
        for (int i = 0; i < Each; i++)
            await (await _limiter.AcquireAsync(_buckets[0], Wait, CancellationToken.None)).Permit!.Written();
    });

    [Benchmark(Baseline = true, OperationsPerInvoke = Sellers)]
    [BenchmarkCategory("10,000 sellers")]
    public async Task TokenBucketOf10000()
    {
        foreach (RateLimitBucket bucket in _buckets)
            (await _tokenBuckets.AcquireAsync(bucket.Key)).Dispose();
    }

    [Benchmark(OperationsPerInvoke = Sellers)]
    [BenchmarkCategory("10,000 sellers")]
    public async Task SdkOf10000()
    {
        foreach (RateLimitBucket bucket in _buckets)
            await (await _limiter.AcquireAsync(bucket, Wait, CancellationToken.None)).Permit!.Written();
    }

    private static Task AllAsync(Func<Task> caller) => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(caller)));
}
