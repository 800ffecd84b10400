using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A page of products with what is recommended beside them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsList"/>.</remarks>
public sealed record RecommendationsResponse : WildberriesModel
{
    /// <summary>The products.</summary>
    [JsonRequired]
    [JsonPropertyName("data")]
    public IReadOnlyList<ProductRecommendations> Products { get => field ?? []; init; } = [];

    /// <summary>What to ask the next page with: the last product of this one.</summary>
    [JsonPropertyName("next")]
    public long Next { get; init; }
}
