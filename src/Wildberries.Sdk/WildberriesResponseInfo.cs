using System.Net;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk;

/// <summary>Facts of a call's last answer that its model does not carry.</summary>
public sealed record WildberriesResponseInfo
{
    /// <summary>The operation that was called.</summary>
    public required WildberriesOperation Operation { get; init; }

    /// <summary>The HTTP status.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>What the rate-limit headers said.</summary>
    public required RateLimitStatus RateLimit { get; init; }

    /// <summary>WB's id of the request, for its support (<c>X-Request-Id</c>), if the answer had one.</summary>
    public string? RequestId { get; init; }

    /// <summary>How many attempts the call took.</summary>
    public int Attempts { get; init; }

    /// <summary>How long the call waited for its rate limits, all attempts together.</summary>
    public TimeSpan RateLimitWait { get; init; }

    /// <summary>How long the call took, waits included: until a read had the whole answer; with writes, and with what is read row by row, until the answer's headers were there.</summary>
    public TimeSpan Duration { get; init; }
}
