using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>New bids for products of campaigns.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record BidsRequest
{
    /// <summary>The campaigns, at most 50.</summary>
    /// <exception cref="ArgumentException">There are more than 50.</exception>
    [JsonPropertyName("bids")]
    public required IReadOnlyList<CampaignBids> Campaigns
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxCampaigns);
    }
}
