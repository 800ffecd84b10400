using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>Products to be added to campaigns and to be taken out of them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record ProductsRequest
{
    /// <summary>The campaigns, at most 20.</summary>
    /// <exception cref="ArgumentException">There are more than 20.</exception>
    [JsonPropertyName("nms")]
    public required IReadOnlyList<CampaignProductsChange> Campaigns
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxProductChanges);
    }
}
