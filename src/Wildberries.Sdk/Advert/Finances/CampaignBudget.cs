using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What a campaign can spend still.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
public sealed record CampaignBudget : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }

    /// <summary>The budget in whole units of <see cref="Currency"/>: roubles.</summary>
    [JsonPropertyName("total")]
    public decimal Total { get; init; }
}
