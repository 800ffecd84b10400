using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bids of search clusters.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record SearchClusterBidsResponse : WildberriesModel
{
    /// <summary>The bids.</summary>
    [JsonPropertyName("bids")]
    public IReadOnlyList<SearchClusterBid> Bids { get => field ?? []; init; } = [];
}
