using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bids that WB recommends for a product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record ProductRecommendations : WildberriesModel
{
    /// <summary>The middle of what sellers of like products at like prices bid: half of them bid more, half less.</summary>
    [JsonPropertyName("competitiveBid")]
    public RecommendedBid? Competitive { get; init; }

    /// <summary>The average bid of the products at the head of the category.</summary>
    [JsonPropertyName("leadersBid")]
    public RecommendedBid? Leaders { get; init; }

    /// <summary>The top bid; 0 if there is none for this kind of product.</summary>
    [JsonPropertyName("top2")]
    public RecommendedBid? Top { get; init; }
}
