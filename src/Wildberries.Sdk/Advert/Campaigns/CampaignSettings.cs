using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The settings of a campaign.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignSettings : WildberriesModel
{
    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>What it pays for.</summary>
    [JsonPropertyName("payment_type")]
    public PaymentType PaymentType { get; init; }

    /// <summary>Where its products are shown.</summary>
    [JsonPropertyName("placements")]
    public CampaignPlacements? Placements { get; init; }
}
