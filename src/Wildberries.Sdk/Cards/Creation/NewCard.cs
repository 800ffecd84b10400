using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A card to be created. It may be wrong: <see cref="NewCardRules"/> says how, and what WB would refuse is refused before it is sent.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record NewCard
{
    /// <summary>The seller's own article, 1 to 72 characters. No other card of the seller may have it.</summary>
    [JsonPropertyName("vendorCode")]
    public required string VendorCode { get => field ?? ""; init; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("brand")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Brand { get; init; }

    /// <summary>What the product is called, at most 60 characters.</summary>
    [JsonPropertyName("title")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>The description: at most 1,000 to 5,000 characters, by category.</summary>
    [JsonPropertyName("description")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>
    /// Whether the seller confirms that the marking code of Chestny ZNAK is on the product. Where one is required, the card does not pass WB's check without it.
    /// <see langword="null"/>: no.
    /// </summary>
    [JsonPropertyName("kizMarked")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsMarkingConfirmed { get; init; }

    /// <summary>How it is sold wholesale. Updates cannot change it.</summary>
    [JsonPropertyName("wholesale")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardWholesale? Wholesale { get; init; }

    /// <summary>Size and weight in its packaging; <see langword="null"/>: all of them are 0.</summary>
    [JsonPropertyName("dimensions")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardDimensionsInput? Dimensions { get; init; }

    /// <summary>The sizes; none: WB makes one, with a barcode.</summary>
    [JsonPropertyName("sizes")]
    public IReadOnlyList<NewCardSize> Sizes { get => field ?? []; init; } = [];

    /// <summary>The characteristics.</summary>
    [JsonPropertyName("characteristics")]
    public IReadOnlyList<CardCharacteristicInput> Characteristics { get => field ?? []; init; } = [];

    /// <summary>The documents about the product.</summary>
    [JsonPropertyName("documents")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardDocumentsInput? Documents { get; init; }
}
