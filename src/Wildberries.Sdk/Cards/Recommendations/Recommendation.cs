using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A recommended product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsSet"/>.</remarks>
public sealed record Recommendation
{
    /// <summary>The recommended product's number at WB.</summary>
    [JsonPropertyName("recomNm")]
    public long NmId { get; init; }

    /// <summary>
    /// Its place: 1 to 20; what is there already moves on. 0: by the order of this list, after those that are there. <see langword="null"/>: WB takes 20.
    /// </summary>
    [JsonPropertyName("sort")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Position { get; init; }
}
