using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>What became of a card that was to be created.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record CardCreationRow
{
    /// <summary>The place of the card's group among those that were given, from 0 on.</summary>
    public int GroupIndex { get; init; }

    /// <summary>The seller's own article.</summary>
    public string VendorCode { get => field ?? ""; init; } = "";

    /// <summary>What became of it.</summary>
    public CardCreationOutcome Outcome { get; init; }

    /// <summary>The product's number at WB; <see langword="null"/>: there is no card, or none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? NmId { get; init; }

    /// <summary>The number that merged cards have in common; <see langword="null"/> as with <see cref="NmId"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ImtId { get; init; }

    /// <summary>Why it was refused, not sent, or why nobody knows: WB's words, or the SDK's where WB says nothing. <see langword="null"/> if all is well.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>What the check found, in both languages; warnings, too.</summary>
    public IReadOnlyList<CardProblem> Problems { get => field ?? []; init; } = [];

    internal bool IsOpen => Outcome is CardCreationOutcome.Unknown or CardCreationOutcome.Processing;
}
