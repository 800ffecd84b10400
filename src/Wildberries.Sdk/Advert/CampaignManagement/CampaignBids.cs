using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bids for products of one campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record CampaignBids : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advert_id")]
    public long AdvertId { get; init; }

    /// <summary>The bids: at most 50 in a request.</summary>
    [JsonPropertyName("nm_bids")]
    public IReadOnlyList<ProductBid> Bids { get => field ?? []; init; } = [];
}
