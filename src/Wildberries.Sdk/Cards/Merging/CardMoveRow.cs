namespace Wildberries.Sdk.Cards;

/// <summary>What became of a card that was to be merged or separated.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardMoveRow
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>What became of it.</summary>
    public CardMoveOutcome Outcome { get; init; }

    /// <summary>Its group before; <see langword="null"/>: the card was not found.</summary>
    public long? ImtIdBefore { get; init; }

    /// <summary>Its group now, as WB showed it last; <see langword="null"/>: the card was not found.</summary>
    public long? ImtId { get; init; }

    /// <summary>Why it was refused, or why nobody knows: WB's words, or the SDK's where WB says nothing. <see langword="null"/> if all is well.</summary>
    public string? Reason { get; init; }
}
