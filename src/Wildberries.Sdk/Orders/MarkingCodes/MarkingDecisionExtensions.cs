namespace Wildberries.Sdk.Orders;

/// <summary>What WB's decisions about label identifiers mean.</summary>
public static class MarkingDecisionExtensions
{
    private static readonly HashSet<MarkingDecision> PassedOnes =
    [
        MarkingDecision.Optional, MarkingDecision.Filled, MarkingDecision.DeadlineExceeded, MarkingDecision.ImeiMaySell, MarkingDecision.ImeiSoldB2B,
        MarkingDecision.UinMaySell, MarkingDecision.SgtinIntroduced, MarkingDecision.SgtinSoldB2B,
    ];

    private static readonly HashSet<MarkingDecision> FailedOnes =
    [
        MarkingDecision.ImeiInvalidFormat, MarkingDecision.ImeiAlreadySold, MarkingDecision.UinBadStatus, MarkingDecision.UinBadProcess,
        MarkingDecision.UinBadStatusAndBadProcess, MarkingDecision.UinInvalidFormat, MarkingDecision.UinNotFound, MarkingDecision.SgtinInvalidFormat,
        MarkingDecision.SgtinNoGS, MarkingDecision.SgtinHasInvalidSymbols, MarkingDecision.SgtinHasNonLatinSymbols, MarkingDecision.SgtinInvalidPattern,
        MarkingDecision.SgtinNotFound, MarkingDecision.SgtinEmitted, MarkingDecision.SgtinApplied, MarkingDecision.SgtinWrittenOff,
        MarkingDecision.SgtinRetired, MarkingDecision.SgtinWithdrawn, MarkingDecision.SgtinDisaggregation, MarkingDecision.SgtinDisaggregated,
        MarkingDecision.SgtinAppliedNotPaid,
    ];

    /// <summary>What a decision means for the order.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>Whether the order may go, has to wait, lacks a code or has a bad one.</returns>
    public static MarkingState GetState(this MarkingDecision decision)
    {
        if (decision == MarkingDecision.Pending)
            return MarkingState.Pending;
        if (decision == MarkingDecision.Required)
            return MarkingState.Missing;
        return PassedOnes.Contains(decision) ? MarkingState.Passed : FailedOnes.Contains(decision) ? MarkingState.Failed : MarkingState.Unknown;
    }
}
