using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Statistics of a search cluster for a day.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record SearchClusterDay : WildberriesModel
{
    /// <summary>The day.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? Date { get; init; }

    /// <summary>The figures.</summary>
    [JsonPropertyName("stat")]
    public SearchClusterDayStatistics? Statistics { get; init; }
}
