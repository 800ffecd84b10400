namespace Wildberries.Sdk.RateLimiting;

/// <summary>What a store knows of a bucket, as times from now on; both are zero for one that is full and open.</summary>
/// <param name="FullIn">How long until the bucket is full.</param>
/// <param name="OpenIn">How long the bucket stays closed after a 429.</param>
public readonly record struct RateLimitBucketState(TimeSpan FullIn, TimeSpan OpenIn);
