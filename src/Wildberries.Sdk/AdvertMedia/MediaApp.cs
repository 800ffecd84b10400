using System.Text.Json.Serialization;
using Wildberries.Sdk.Advert;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>The statistics of a banner for a day on the site or in an app.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record MediaApp : WildberriesModel
{
    /// <summary>The site or the app.</summary>
    [JsonPropertyName("app_type")]
    public AppType AppType { get; init; }

    /// <summary>The figures.</summary>
    [JsonPropertyName("stats")]
    public IReadOnlyList<MediaFigures> Figures { get => field ?? []; init; } = [];
}
