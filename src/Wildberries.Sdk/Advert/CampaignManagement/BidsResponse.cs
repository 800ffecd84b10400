using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bids that WB has set.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record BidsResponse : WildberriesModel
{
    /// <summary>The campaigns.</summary>
    [JsonPropertyName("bids")]
    public IReadOnlyList<CampaignBids> Campaigns { get => field ?? []; init; } = [];

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }
}
