using System.Globalization;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>How often an operation may be called: WB's token bucket of <see cref="Burst"/> requests that refills evenly.</summary>
public sealed record RateLimit
{
    /// <summary>Creates a limit.</summary>
    /// <param name="requests">How many requests a period allows; at least 1.</param>
    /// <param name="period">The period; longer than zero.</param>
    /// <param name="burst">How many requests may be sent at once after a pause; at least 1.</param>
    /// <param name="tokens">The kinds of token that the limit is for.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public RateLimit(int requests, TimeSpan period, int burst, TokenKinds tokens = TokenKinds.Any)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requests, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(burst, 1);
        Requests = requests;
        Period = period;
        Burst = burst;
        Tokens = tokens;
    }

    /// <summary>How many requests a period allows.</summary>
    public int Requests { get; }

    /// <summary>The period.</summary>
    public TimeSpan Period { get; }

    /// <summary>How many requests may be sent at once after a pause.</summary>
    public int Burst { get; }

    /// <summary>The kinds of token that the limit is for.</summary>
    public TokenKinds Tokens { get; }

    /// <summary>The time in which the bucket regains one request; rounded up, so that it is never a fraction too fast.</summary>
    public TimeSpan Interval => TimeSpan.FromTicks(((Period.Ticks - 1) / Requests) + 1);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Requests} per {Period.TotalSeconds:0.###} s, burst {Burst}");
}
