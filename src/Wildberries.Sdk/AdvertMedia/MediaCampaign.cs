using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>A media campaign: banners on WB's site and in its apps.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
public sealed record MediaCampaign : WildberriesModel
{
    /// <summary>The campaign's id.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("brand")]
    public string? Brand { get; init; }

    /// <summary>How it is paid for.</summary>
    [JsonPropertyName("type")]
    public MediaCampaignType Type { get; init; }

    /// <summary>The status.</summary>
    [JsonPropertyName("status")]
    public MediaCampaignStatus Status { get; init; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("createTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What it costs and when it is shown.</summary>
    [JsonPropertyName("extended")]
    public MediaCampaignDetails? Details { get; init; }

    /// <summary>The banners. Which members they have depends on the campaign.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<MediaBanner> Banners { get => field ?? []; init; } = [];
}
