using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Size and weight of a product in its packaging.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardDimensions : WildberriesModel
{
    /// <summary>The length, in centimetres.</summary>
    [JsonPropertyName("length")]
    public int? Length { get; init; }

    /// <summary>The width, in centimetres.</summary>
    [JsonPropertyName("width")]
    public int? Width { get; init; }

    /// <summary>The height, in centimetres.</summary>
    [JsonPropertyName("height")]
    public int? Height { get; init; }

    /// <summary>The weight with the packaging, in kilograms, to the gram.</summary>
    [JsonPropertyName("weightBrutto")]
    public decimal? GrossWeight { get; init; }

    /// <summary>
    /// <see langword="false"/>: a side is missing or 0, or they are far from what is usual for the subject: look at them again, for WB charges logistics and storage by
    /// them. <see langword="true"/> does not mean that they are right.
    /// </summary>
    [JsonPropertyName("isValid")]
    public bool? IsValid { get; init; }
}
