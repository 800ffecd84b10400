using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Statistics of the search clusters of a product in a campaign, day by day.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record ProductSearchClusterDailyStatistics : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>A row for each search cluster and day.</summary>
    [JsonPropertyName("dailyStats")]
    public IReadOnlyList<SearchClusterDay> Days { get => field ?? []; init; } = [];
}
