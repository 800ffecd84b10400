using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The statistics of a campaign for a period.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record CampaignStatistics : CampaignFigures
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }

    /// <summary>The days.</summary>
    [JsonPropertyName("days")]
    public IReadOnlyList<CampaignDay> Days { get => field ?? []; init; } = [];

    /// <summary>The average positions of products, for campaigns with <see cref="BidType.Unified"/>.</summary>
    [JsonPropertyName("boosterStats")]
    public IReadOnlyList<ProductPosition> Positions { get => field ?? []; init; } = [];
}
