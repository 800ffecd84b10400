using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bids that WB recommends for a product and its search clusters.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record BidRecommendations : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The bids for the product.</summary>
    [JsonPropertyName("base")]
    public ProductRecommendations? Product { get; init; }

    /// <summary>The bids for its search clusters.</summary>
    [JsonPropertyName("normQueries")]
    public IReadOnlyList<SearchClusterRecommendations> SearchClusters { get => field ?? []; init; } = [];
}
