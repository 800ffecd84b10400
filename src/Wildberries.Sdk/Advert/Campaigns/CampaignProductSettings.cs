using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A product of a campaign with its bids.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignProductSettings : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm_id")]
    public long NmId { get; init; }

    /// <summary>What kind of product it is.</summary>
    [JsonPropertyName("subject")]
    public CampaignProductSubject? Subject { get; init; }

    /// <summary>Its bids.</summary>
    [JsonPropertyName("bids_kopecks")]
    public CampaignProductBids? Bids { get; init; }
}
