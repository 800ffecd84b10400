using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>New bids for search clusters, in whole units of the currency of the seller's advertising account.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record SetSearchClusterBidsInBaseUnitsRequest
{
    /// <summary>The bids, at most 100.</summary>
    /// <exception cref="ArgumentException">There are more than 100.</exception>
    [JsonPropertyName("bids")]
    public required IReadOnlyList<NewSearchClusterBidInBaseUnits> Bids
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxSearchClusterItems);
    }
}
