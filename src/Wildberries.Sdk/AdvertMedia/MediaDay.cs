using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>The statistics of a banner for a day.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record MediaDay : WildberriesModel
{
    /// <summary>The day.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? Date { get; init; }

    /// <summary>The site and the apps.</summary>
    [JsonPropertyName("app_type_stats")]
    public IReadOnlyList<MediaApp> Apps { get => field ?? []; init; } = [];
}
