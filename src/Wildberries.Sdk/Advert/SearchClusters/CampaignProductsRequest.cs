using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>Which products of campaigns are meant.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record CampaignProductsRequest
{
    /// <summary>The products, at most 100.</summary>
    /// <exception cref="ArgumentException">There are more than 100.</exception>
    [JsonPropertyName("items")]
    public required IReadOnlyList<CampaignProduct> Items
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxSearchClusterItems);
    }
}
