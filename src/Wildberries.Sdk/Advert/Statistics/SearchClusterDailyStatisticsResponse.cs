using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Statistics of search clusters, day by day.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record SearchClusterDailyStatisticsResponse : WildberriesModel
{
    /// <summary>The products.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<ProductSearchClusterDailyStatistics> Items { get => field ?? []; init; } = [];
}
