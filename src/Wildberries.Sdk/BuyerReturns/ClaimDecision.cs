using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>What came of a call that decides about a claim.</summary>
public sealed record ClaimDecision
{
    /// <summary>What came of it.</summary>
    public required ClaimDecisionOutcome Outcome { get; init; }

    /// <summary>
    /// The claim as it was read last. Where WB answered that it has taken the decision, that was just before it; else it is what the outcome was seen by, and what to decide about next.
    /// </summary>
    public required Claim Claim { get; init; }

    /// <summary>Why it was not decided, for people, in WB's words where they are WB's; <see langword="null"/>: it was.</summary>
    public string? Reason { get; init; }

    /// <summary>What the call that sent the decision threw, if it threw.</summary>
    public WildberriesApiException? Error { get; init; }

    /// <summary>The outcome, the claim's id and what was decided about it when it was read last, without what buyer and seller wrote.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"ClaimDecision {{ Outcome = {Outcome}, ClaimId = {Claim.Id}, Claim = {ClaimStatus.Describe(Claim.Status)} }}";
}
