using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

internal static class LimiterExtensions
{
    /// <summary>Acquires a permit, and writes the request at once.</summary>
    public static async ValueTask<RateLimitLease> SendAsync(
        this RequestRateLimiter limiter, RateLimitBucket bucket, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        RateLimitLease lease = await limiter.AcquireAsync(bucket, maxWait, cancellationToken);
        if (lease.Permit is { } permit)
            await permit.Written();
        return lease;
    }
}
