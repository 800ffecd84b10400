namespace Wildberries.Sdk.RateLimiting;

/// <summary>What a store knows of a bucket, as times from now on; both are zero for one that is full and open.</summary>
public readonly record struct RateLimitBucketState
{
    /// <summary>How long until the bucket is full.</summary>
    public TimeSpan FullIn { get; init; }

    /// <summary>How long the bucket stays closed after a 429.</summary>
    public TimeSpan OpenIn { get; init; }
}
