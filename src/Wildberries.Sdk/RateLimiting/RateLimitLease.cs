namespace Wildberries.Sdk.RateLimiting;

/// <summary>The outcome of asking for one request.</summary>
/// <param name="Permit">The permit to send it now, which must be settled; <see langword="null"/>: it may not be sent.</param>
/// <param name="Waited">How long it was waited for.</param>
/// <param name="RetryAfter">Without a permit: after which time there should be one, counted from now; else zero.</param>
internal readonly record struct RateLimitLease(RateLimitPermit? Permit, TimeSpan Waited, TimeSpan RetryAfter)
{
    public bool Acquired => Permit is not null;
}
