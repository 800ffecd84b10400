using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>An advertising campaign with its settings.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record Campaign : WildberriesModel
{
    /// <summary>The campaign's id.</summary>
    [JsonPropertyName("id")]
    public long AdvertId { get; init; }

    /// <summary>The status.</summary>
    [JsonPropertyName("status")]
    public CampaignStatus Status { get; init; }

    /// <summary>Whether it has one bid for all placements or a bid for each.</summary>
    [JsonPropertyName("bid_type")]
    public BidType BidType { get; init; }

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }

    /// <summary>The name, what it pays for and where it is shown.</summary>
    [JsonPropertyName("settings")]
    public CampaignSettings? Settings { get; init; }

    /// <summary>The products with their bids.</summary>
    [JsonPropertyName("nm_settings")]
    public IReadOnlyList<CampaignProductSettings> Products { get => field ?? []; init; } = [];

    /// <summary>What cannot be changed.</summary>
    [JsonPropertyName("restrictions")]
    public CampaignRestrictions? Restrictions { get; init; }

    /// <summary>When it was made, changed, started and deleted.</summary>
    [JsonPropertyName("timestamps")]
    public CampaignTimestamps? Timestamps { get; init; }
}
