namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A product that was to be added to a draft, and what became of it.</summary>
public sealed record DraftItemResult
{
    /// <summary>The product.</summary>
    public required NewDraftItem Item { get; init; }

    /// <summary>What became of it.</summary>
    public required DraftItemOutcome Outcome { get; init; }

    /// <summary>Why WB refused it; <see langword="null"/>: it did not, or said nothing.</summary>
    public DraftItemError? Error { get; init; }
}
