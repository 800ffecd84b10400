namespace Wildberries.Sdk.Cards;

/// <summary>What became of a file that a card was to get.</summary>
public sealed record CardMediaRow
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The file.</summary>
    public required CardMediaFile File { get; init; }

    /// <summary>What its header tells; <see langword="null"/>: it was not looked at.</summary>
    public CardMediaInfo? Info { get; init; }

    /// <summary>Under which number it was sent: which picture of the card it is to be, and 1 for a video. <see langword="null"/>: it was not sent.</summary>
    public int? Number { get; init; }

    /// <summary>What became of it.</summary>
    public CardMediaOutcome Outcome { get; init; }

    /// <summary>Why it was not sent or refused, or why nobody knows: WB's words, or the SDK's where WB says nothing. <see langword="null"/> if all is well.</summary>
    public string? Reason { get; init; }
}
