using System.Net;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Errors;

/// <summary>What the exceptions are filled from when WB answered.</summary>
internal sealed record ErrorAnswer
{
    public required string Message { get; init; }

    public required HttpStatusCode StatusCode { get; init; }

    public required Delivery Delivery { get; init; }

    public string? Operation { get; init; }

    public required Problem Problem { get; init; }

    public required RateLimitStatus RateLimit { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
