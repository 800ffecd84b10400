namespace Wildberries.Sdk.Cards;

/// <summary>What became of a card that was to be changed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardEditRow
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The seller's own article; <see langword="null"/>: the card was not read, or has none.</summary>
    public string? VendorCode { get; init; }

    /// <summary>What became of it.</summary>
    public CardEditOutcome Outcome { get; init; }

    /// <summary>What the edit changes, member by member; nothing if the card was not read.</summary>
    public IReadOnlyList<CardChange> Changes { get => field ?? []; init; } = [];

    /// <summary>Why it was refused, or why nobody knows: WB's words, or the SDK's where WB says nothing. <see langword="null"/> if all is well.</summary>
    public string? Reason { get; init; }
}
