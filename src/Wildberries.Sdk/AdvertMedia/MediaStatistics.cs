using System.Text.Json.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>
/// The statistics of a media campaign. WB does not say of which one; the ids of the banners tell: <see cref="MediaBanner.Id"/>.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record MediaStatistics : WildberriesModel
{
    /// <summary>The interval that was asked for; <see langword="null"/> if none was.</summary>
    [JsonPropertyName("interval")]
    public MediaInterval? Interval { get; init; }

    /// <summary>The days that were asked for.</summary>
    [JsonPropertyName("dates")]
    public IReadOnlyList<DateOnly> Dates { get => field ?? []; init; } = [];

    /// <summary>The banners.</summary>
    [JsonPropertyName("stats")]
    public IReadOnlyList<MediaBannerStatistics> Banners { get => field ?? []; init; } = [];

    /// <summary>The campaign, if WB does not know it; <see langword="null"/> if it does.</summary>
    [JsonPropertyName("advert_id")]
    public long? AdvertId { get; init; }

    /// <summary>What is wrong, in WB's words; <see langword="null"/> if nothing is.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }
}
