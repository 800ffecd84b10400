using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bids for a product, in hundredths of <see cref="Campaign.Currency"/>: kopecks for roubles.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignProductBids : WildberriesModel
{
    /// <summary>The bid in the search, in kopecks.</summary>
    [JsonPropertyName("search")]
    public long SearchKopecks { get; init; }

    /// <summary>The bid in the recommendations, in kopecks.</summary>
    [JsonPropertyName("recommendations")]
    public long RecommendationsKopecks { get; init; }
}
