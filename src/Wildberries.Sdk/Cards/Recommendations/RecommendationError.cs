using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A recommendation that WB refused.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsSet"/>.</remarks>
public sealed record RecommendationError : WildberriesModel
{
    /// <summary>The product's number at WB, which WB sends as text here.</summary>
    [JsonPropertyName("mainNm")]
    public string? NmId { get; init; }

    /// <summary>The recommended product's number at WB, as text.</summary>
    [JsonPropertyName("recomNm")]
    public string? RecommendedNmId { get; init; }

    /// <summary>Why, in WB's words.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }
}
