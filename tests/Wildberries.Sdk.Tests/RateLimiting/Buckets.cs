using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

/// <summary>Makes buckets in one line.</summary>
public static class Buckets
{
    public static RateLimitBucket Of(string key, TimeSpan interval, int burst, int capacity, TimeSpan padding) =>
        new() { Key = key, Interval = interval, Burst = burst, Capacity = capacity, Padding = padding };
}
