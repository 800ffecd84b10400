using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What is known of one order of a hand-over.</summary>
public sealed record HandOverRow
{
    /// <summary>The order.</summary>
    public required long OrderId { get; init; }

    /// <summary>What became of it.</summary>
    public required HandOverOutcome Outcome { get; init; }

    /// <summary>The supply that it is in; <see langword="null"/>: none of this hand-over.</summary>
    public string? SupplyId { get; init; }

    /// <summary>Why it was not handed over, with the rule or WB's words: its own reason, or that of its supply; or what somebody else has done about it. <see langword="null"/>: there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// What is doubtful about its label identifiers, such as a code that another order has, too. They are sent all the same: WB may know better.
    /// </summary>
    public IReadOnlyList<MarkingProblem> Problems { get => field ?? []; init; } = [];
}
