using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>How much a campaign may spend a day, and what it has spent today.</summary>
/// <remarks>
/// WB does not say whether these sums are whole units of the currency or hundredths; <see cref="AdvertConfig.MinDailyLimit"/> is the least limit.
/// Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.
/// </remarks>
public sealed record CampaignDailyLimit : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>Whether the limit holds.</summary>
    [JsonPropertyName("enabled")]
    public bool IsEnabled { get; init; }

    /// <summary>The limit of a day.</summary>
    [JsonPropertyName("dailyLimit")]
    public long DailyLimit { get; init; }

    /// <summary>What the campaign has spent today.</summary>
    [JsonPropertyName("spentToday")]
    public long SpentToday { get; init; }

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }

    /// <summary>Whether what is not spent today may be spent later.</summary>
    [JsonPropertyName("carryOverEnabled")]
    public bool CarriesOver { get; init; }

    /// <summary>Whether the limit is high enough for the campaign.</summary>
    [JsonPropertyName("valid")]
    public bool IsValid { get; init; }

    /// <summary>The least limit that the campaign needs.</summary>
    [JsonPropertyName("requiredLimit")]
    public long RequiredLimit { get; init; }
}
