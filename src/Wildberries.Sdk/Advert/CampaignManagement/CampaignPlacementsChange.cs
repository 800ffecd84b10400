using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Where the products of one campaign are to be shown.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record CampaignPlacementsChange
{
    /// <summary>The campaign: with <see cref="BidType.Manual"/> and <see cref="PaymentType.Cpm"/>.</summary>
    [JsonPropertyName("advert_id")]
    public long AdvertId { get; init; }

    /// <summary>The placements.</summary>
    [JsonPropertyName("placements")]
    public CampaignPlacements Placements { get => field ?? new CampaignPlacements(); init; } = new();
}
