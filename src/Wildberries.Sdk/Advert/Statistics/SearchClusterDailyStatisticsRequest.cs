using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>Of which products and days to get statistics of search clusters, day by day.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record SearchClusterDailyStatisticsRequest
{
    /// <summary>The first day.</summary>
    [JsonPropertyName("from")]
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    [JsonPropertyName("to")]
    public required DateOnly To { get; init; }

    /// <summary>The products, at most 100.</summary>
    /// <exception cref="ArgumentException">There are more than 100.</exception>
    [JsonPropertyName("items")]
    public required IReadOnlyList<CampaignProductKey> Items
    {
        get;
        init => field = Argument.List(value, 0, AdvertLimits.MaxSearchClusterItems);
    }
}
