namespace Wildberries.Sdk.RateLimiting;

/// <summary>The outcome of asking for one request.</summary>
/// <param name="Acquired">Whether the request may be sent now.</param>
/// <param name="Waited">How long it was waited for.</param>
/// <param name="RetryAfter">Without a permit: after which time there should be one, counted from now; else zero.</param>
internal readonly record struct RateLimitLease(bool Acquired, TimeSpan Waited, TimeSpan RetryAfter);
