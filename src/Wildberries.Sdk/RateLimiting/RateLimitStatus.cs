using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>What an answer's <c>X-Ratelimit-*</c> headers said. A header that is missing or makes no sense is <see langword="null"/>.</summary>
public sealed record RateLimitStatus
{
    // WB's slowest limit is one request a day; a wait far beyond that is a broken header, not an instruction.
    private const double MaxSeconds = 31 * 24 * 3600;

    /// <summary>How many requests may be sent at once now (<c>X-Ratelimit-Remaining</c>; not sent with a 429).</summary>
    public int? Remaining { get; init; }

    /// <summary>The full burst (<c>X-Ratelimit-Limit</c>; sent with a 429).</summary>
    public int? Limit { get; init; }

    /// <summary>How long to wait before the next request (<c>X-Ratelimit-Retry</c>; sent with a 429).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long until the burst is full again (<c>X-Ratelimit-Reset</c>; sent with a 429).</summary>
    public TimeSpan? Reset { get; init; }

    /// <summary>Reads the headers of an answer.</summary>
    /// <param name="headers">The answer's headers.</param>
    /// <returns>What they say.</returns>
    public static RateLimitStatus Read(HttpResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return new RateLimitStatus
        {
            // Below zero would mean a debt: none left.
            Remaining = ReadInteger(headers, "X-Ratelimit-Remaining") is { } remaining ? Math.Max(0, remaining) : null,
            Limit = ReadInteger(headers, "X-Ratelimit-Limit") is { } limit and >= 0 ? limit : null,
            RetryAfter = ReadSeconds(headers, "X-Ratelimit-Retry"),
            Reset = ReadSeconds(headers, "X-Ratelimit-Reset"),
        };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var parts = new List<string>(4);
        if (Remaining is { } remaining)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{remaining} left"));
        if (Limit is { } limit)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"burst {limit}"));
        if (RetryAfter is { } retry)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"retry after {retry.TotalSeconds:0.###} s"));
        if (Reset is { } reset)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"full in {reset.TotalSeconds:0.###} s"));
        return parts.Count == 0 ? "no rate limit headers" : string.Join(", ", parts);
    }

    /// <summary>When a request that was answered with 429 may be sent again: WB's own header first, then the one that proxies send.</summary>
    /// <param name="response">The answer whose headers these are.</param>
    /// <param name="timeProvider">The clock that a <c>Retry-After</c> with a date is held against.</param>
    /// <returns>How long to wait, or <see langword="null"/> if the answer is no 429 or does not say.</returns>
    internal TimeSpan? WaitAfter(HttpResponseMessage response, TimeProvider timeProvider)
    {
        if (response.StatusCode != HttpStatusCode.TooManyRequests)
            return null;
        if (RetryAfter is { } wait)
            return wait;
        TimeSpan? named = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - timeProvider.GetUtcNow() : null;
        if (named is null || named.Value.TotalSeconds > MaxSeconds)
            return Reset;
        return named < TimeSpan.Zero ? TimeSpan.Zero : named;
    }

    private static int? ReadInteger(HttpResponseHeaders headers, string name) =>
        First(headers, name) is { } text
        && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int count)
            ? count
            : null;

    private static TimeSpan? ReadSeconds(HttpResponseHeaders headers, string name)
    {
        // A decimal comma has been seen in the wild.
        if (First(headers, name)?.Replace(',', '.') is not { } text
            || !double.TryParse(
                text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture,
                out double seconds)
            || seconds is not (>= 0 and <= MaxSeconds))
        {
            return null;
        }

        return TimeSpan.FromSeconds(seconds);
    }

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
            ? values.Count == 1 ? values.ToString() : values.FirstOrDefault()
            : null;
}
