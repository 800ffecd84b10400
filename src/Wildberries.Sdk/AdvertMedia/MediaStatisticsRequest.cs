using System.Text.Json.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>Of which media campaign and which days to get statistics: of given days, of an interval, or, with neither, of all days.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record MediaStatisticsRequest
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("id")]
    public required long AdvertId { get; init; }

    /// <summary>The days. Not together with <see cref="Interval"/>.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonPropertyName("dates")]
    public IReadOnlyList<DateOnly>? Dates { get; init; }

    /// <summary>The first and the last day. Not together with <see cref="Dates"/>.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonPropertyName("interval")]
    public MediaInterval? Interval { get; init; }
}
