using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Statistics of search clusters.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record SearchClusterStatisticsResponse : WildberriesModel
{
    /// <summary>The products.</summary>
    [JsonPropertyName("stats")]
    public IReadOnlyList<ProductSearchClusterStatistics> Items { get => field ?? []; init; } = [];
}
