using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Statistics of the search clusters of a product in a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record ProductSearchClusterStatistics : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advert_id")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm_id")]
    public long NmId { get; init; }

    /// <summary>A row for each search cluster.</summary>
    [JsonPropertyName("stats")]
    public IReadOnlyList<SearchClusterStatistics> SearchClusters { get => field ?? []; init; } = [];
}
