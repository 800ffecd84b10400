namespace Wildberries.Sdk.FbsOrders;

/// <summary>What became of a size.</summary>
public sealed record AutoReturnRow
{
    /// <summary>The size's number at WB.</summary>
    public required long ChrtId { get; init; }

    /// <summary>What became of it.</summary>
    public required AutoReturnOutcome Outcome { get; init; }

    /// <summary>Why it was refused, in WB's words; empty where WB says only that it cannot be changed.</summary>
    public IReadOnlyList<AutoReturnError> Errors { get; init; } = [];
}
