using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>Where the products of campaigns are to be shown.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record PlacementsRequest
{
    /// <summary>The campaigns, at most 50.</summary>
    /// <exception cref="ArgumentException">There are more than 50.</exception>
    [JsonPropertyName("placements")]
    public required IReadOnlyList<CampaignPlacementsChange> Campaigns
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxCampaigns);
    }
}
