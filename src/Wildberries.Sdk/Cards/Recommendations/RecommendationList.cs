using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>What is to be recommended beside a product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsSet"/>.</remarks>
public sealed record RecommendationList
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The recommended products, at most 20. None: all that are there are deleted.</summary>
    [JsonPropertyName("recommendations")]
    public required IReadOnlyList<Recommendation> Recommendations { get => field ?? []; init; }
}
