using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>One row of WB's table of rate limits, on a method of a Refit interface.</summary>
/// <param name="requests">How many requests a period allows.</param>
/// <param name="periodSeconds">The period, in seconds.</param>
/// <param name="burst">How many requests may be sent at once after a pause.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RateLimitAttribute(int requests, double periodSeconds, int burst) : Attribute
{
    /// <summary>How many requests a period allows.</summary>
    public int Requests { get; } = requests;

    /// <summary>The period, in seconds.</summary>
    public double PeriodSeconds { get; } = periodSeconds;

    /// <summary>How many requests may be sent at once after a pause.</summary>
    public int Burst { get; } = burst;

    /// <summary>The kinds of token that the row is for.</summary>
    /// <value>The default is <see cref="TokenKinds.Any"/>: every kind without a row of its own.</value>
    public TokenKinds Tokens { get; init; } = TokenKinds.Any;
}
