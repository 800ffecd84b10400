using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.RateLimiting;

/// <summary>
/// One row of WB's table of limits for a group of operations that share one bucket. Stands on the host's class or on the interface; an operation
/// names its group with <see cref="OperationAttribute.LimitGroup"/> and has no row of its own. Where WB's rows differ within a group, the strictest
/// stands here.
/// </summary>
/// <param name="group">The group's name.</param>
/// <param name="requests">How many requests a period allows.</param>
/// <param name="periodSeconds">The period, in seconds.</param>
/// <param name="burst">How many requests may be sent at once after a pause.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SharedRateLimitAttribute(string group, int requests, double periodSeconds, int burst) : Attribute
{
    /// <summary>The group's name.</summary>
    public string Group { get; } = group;

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
