using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The statistics of a campaign for a day on the site or in an app.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record CampaignApp : CampaignFigures
{
    /// <summary>The site or the app.</summary>
    [JsonPropertyName("appType")]
    public AppType AppType { get; init; }

    /// <summary>The products.</summary>
    [JsonPropertyName("nms")]
    public IReadOnlyList<CampaignProductStatistics> Products { get => field ?? []; init; } = [];
}
