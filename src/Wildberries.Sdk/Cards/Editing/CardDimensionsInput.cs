using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Size and weight of a product in its packaging. What is left out is 0.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardDimensionsInput : WildberriesModel
{
    /// <summary>The length, in centimetres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [JsonPropertyName("length")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Length { get; init => field = CardRules.Side(value); }

    /// <summary>The width, in centimetres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [JsonPropertyName("width")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Width { get; init => field = CardRules.Side(value); }

    /// <summary>The height, in centimetres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [JsonPropertyName("height")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Height { get; init => field = CardRules.Side(value); }

    /// <summary>The weight with the packaging, in kilograms, to the gram.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or has more than three decimal places.</exception>
    [JsonPropertyName("weightBrutto")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? GrossWeight { get; init => field = CardRules.Weight(value); }
}
