namespace Wildberries.Sdk.RateLimiting;

/// <summary>What a store knows of a bucket, as times from now on; all are zero for one that is full and open.</summary>
public readonly record struct RateLimitBucketState
{
    /// <summary>How long until the bucket is full.</summary>
    public TimeSpan FullIn { get; init; }

    /// <summary>How long the bucket stays closed after a 429.</summary>
    public TimeSpan OpenIn { get; init; }

    /// <summary>How long ago a 429 has closed the bucket the last time; of use only while <see cref="OpenIn"/> is not zero.</summary>
    public TimeSpan ClosedAgo { get; init; }
}
