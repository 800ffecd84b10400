using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The statistics of a campaign for a day.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record CampaignDay : CampaignFigures
{
    /// <summary>The day.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? Date { get; init; }

    /// <summary>The site and the apps.</summary>
    [JsonPropertyName("apps")]
    public IReadOnlyList<CampaignApp> Apps { get => field ?? []; init; } = [];
}
