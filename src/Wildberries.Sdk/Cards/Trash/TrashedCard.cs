using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// A card in the trash. WB deletes it after 30 days, if there is no stock of it; as long as there is, the product goes on being sold.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record TrashedCard : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long NmId { get; init; }

    /// <summary>The seller's own article.</summary>
    [JsonPropertyName("vendorCode")]
    public string? VendorCode { get; init; }

    /// <summary>Whether the seller has confirmed that the marking code is on the product; <see langword="null"/>: WB does not say.</summary>
    [JsonPropertyName("kizMarked")]
    public bool? IsMarkingConfirmed { get; init; }

    /// <summary>The subject.</summary>
    [JsonPropertyName("subjectID")]
    public long SubjectId { get; init; }

    /// <summary>The subject's name, in the language that was asked for.</summary>
    [JsonPropertyName("subjectName")]
    public string? SubjectName { get; init; }

    /// <summary>The pictures, in their order.</summary>
    [JsonPropertyName("photos")]
    public IReadOnlyList<CardPhoto> Photos { get => field ?? []; init; } = [];

    /// <summary>Where the video is; <see langword="null"/>: there is none.</summary>
    [JsonPropertyName("video")]
    public string? Video { get; init; }

    /// <summary>How it is sold wholesale.</summary>
    [JsonPropertyName("wholesale")]
    public CardWholesale? Wholesale { get; init; }

    /// <summary>The sizes.</summary>
    [JsonPropertyName("sizes")]
    public IReadOnlyList<CardSize> Sizes { get => field ?? []; init; } = [];

    /// <summary>Size and weight in its packaging.</summary>
    [JsonPropertyName("dimensions")]
    public CardDimensions? Dimensions { get; init; }

    /// <summary>The characteristics.</summary>
    [JsonPropertyName("characteristics")]
    public IReadOnlyList<CardCharacteristic> Characteristics { get => field ?? []; init; } = [];

    /// <summary>When the card was created.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the card came into the trash.</summary>
    [JsonPropertyName("trashedAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? TrashedAt { get; init; }
}
