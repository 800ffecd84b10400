namespace Wildberries.Sdk.Cards;

/// <summary>What became of a card whose media were to be replaced by links.</summary>
public sealed record MediaReplacement
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>What became of it.</summary>
    public MediaReplacementOutcome Outcome { get; init; }

    /// <summary>How many pictures the card showed last; <see langword="null"/>: it was not read.</summary>
    public int? PhotoCount { get; init; }

    /// <summary>Whether the card showed a video last; <see langword="null"/>: it was not read.</summary>
    public bool? HasVideo { get; init; }

    /// <summary>Why it was not sent or refused, or why nobody knows: WB's words, or the SDK's where WB says nothing. <see langword="null"/> if all is well.</summary>
    public string? Reason { get; init; }
}
