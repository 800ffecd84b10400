using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>What a card is to be: all of it, for WB deletes what is not here. <see cref="Card.ToUpdate"/> makes it of the card as it is.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardUpdate : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    [JsonPropertyName("nmID")]
    public required long NmId { get; init => field = Argument.Id(value, nameof(NmId)); }

    /// <summary>The seller's own article.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("vendorCode")]
    public required string VendorCode { get; init => field = Argument.Text(value, name: nameof(VendorCode)); }

    /// <summary>
    /// Whether the seller confirms that the marking code of Chestny ZNAK is on the product. Where one is required (<see cref="Card.IsMarkingRequired"/>), a card does
    /// not pass WB's check without it. <see langword="null"/>: no.
    /// </summary>
    [JsonPropertyName("kizMarked")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsMarkingConfirmed { get; init; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("brand")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Brand { get; init; }

    /// <summary>What the product is called, at most 60 characters.</summary>
    /// <exception cref="ArgumentException">It is too long.</exception>
    [JsonPropertyName("title")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init => field = Argument.OptionalText(value, CardRules.MaxTitle, nameof(Title)); }

    /// <summary>The description: at most 1,000 to 5,000 characters, by category.</summary>
    /// <exception cref="ArgumentException">It has more than 5,000 characters.</exception>
    [JsonPropertyName("description")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init => field = Argument.OptionalText(value, CardRules.MaxDescription, nameof(Description)); }

    /// <summary>Size and weight in its packaging.</summary>
    [JsonPropertyName("dimensions")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardDimensionsInput? Dimensions { get; init; }

    /// <summary>All characteristics that the card is to have, each once.</summary>
    /// <exception cref="ArgumentException">One has no id or no value, or comes twice; the message names it.</exception>
    [JsonPropertyName("characteristics")]
    public IReadOnlyList<CardCharacteristicInput> Characteristics { get => field ?? []; init => field = CardRules.Characteristics(value); }

    /// <summary>
    /// All sizes of the card, and new ones; at least one, for a product without sizes one with its barcode alone. Sizes and barcodes can be added; none goes away
    /// because it is not here.
    /// </summary>
    /// <exception cref="ArgumentException">There is none, or one has an id that is none, or a blank barcode; the message names it.</exception>
    [JsonPropertyName("sizes")]
    public required IReadOnlyList<CardSizeUpdate> Sizes { get; init => field = CardRules.Sizes(value); }

    /// <summary>The documents that the card is to have; <see langword="null"/>: none.</summary>
    [JsonPropertyName("documents")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardDocumentsInput? Documents { get; init; }
}
