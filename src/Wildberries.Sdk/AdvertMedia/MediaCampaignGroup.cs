using System.Text.Json.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>How many media campaigns there are of a type and status.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
public sealed record MediaCampaignGroup : WildberriesModel
{
    /// <summary>The type.</summary>
    [JsonPropertyName("type")]
    public MediaCampaignType Type { get; init; }

    /// <summary>The status.</summary>
    [JsonPropertyName("status")]
    public MediaCampaignStatus Status { get; init; }

    /// <summary>How many there are.</summary>
    [JsonPropertyName("count")]
    public long Count { get; init; }
}
