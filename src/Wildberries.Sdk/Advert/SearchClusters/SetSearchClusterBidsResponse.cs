using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Which bids of search clusters WB has set and which not.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record SetSearchClusterBidsResponse : WildberriesModel
{
    /// <summary>The bids that were set.</summary>
    [JsonPropertyName("success")]
    public IReadOnlyList<SearchClusterBidSuccess> Succeeded { get => field ?? []; init; } = [];

    /// <summary>The bids that were not.</summary>
    [JsonPropertyName("failed")]
    public IReadOnlyList<SearchClusterBidFailure> Failed { get => field ?? []; init; } = [];
}
