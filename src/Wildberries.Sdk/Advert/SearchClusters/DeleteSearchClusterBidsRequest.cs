using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>Search clusters that are to have no bid of their own any more.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record DeleteSearchClusterBidsRequest
{
    /// <summary>The search clusters, at most 100.</summary>
    /// <exception cref="ArgumentException">There are more than 100.</exception>
    [JsonPropertyName("bids")]
    public required IReadOnlyList<CampaignSearchCluster> SearchClusters
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxSearchClusterItems);
    }
}
