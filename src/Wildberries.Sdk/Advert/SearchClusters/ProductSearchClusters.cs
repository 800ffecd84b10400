using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The search clusters of a product in a campaign that had at least 100 views.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record ProductSearchClusters : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The search clusters.</summary>
    [JsonPropertyName("normQueries")]
    public SearchClusterLists? SearchClusters { get; init; }
}
