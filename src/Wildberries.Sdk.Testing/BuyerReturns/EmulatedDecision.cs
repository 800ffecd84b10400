using System.Globalization;

namespace Wildberries.Sdk.Testing;

/// <summary>A decision about a claim that arrived through the API, whether WB took it or not.</summary>
public sealed record EmulatedDecision
{
    /// <summary>The claim, as the request names it: there need not be one.</summary>
    public required string ClaimId { get; init; }

    /// <summary>What was decided, in WB's words.</summary>
    public required string Action { get; init; }

    /// <summary>What the buyer was to be told.</summary>
    public string? Comment { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether WB took it. If not, it was answered with 400.</summary>
    public bool IsTaken { get; init; }

    /// <summary>The decision without the comment.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Action} for {ClaimId} at {Time:O}{(IsTaken ? "" : ", not taken")}");
}
