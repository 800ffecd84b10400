using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The search clusters of products.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record SearchClustersResponse : WildberriesModel
{
    /// <summary>The products.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<ProductSearchClusters> Items { get => field ?? []; init; } = [];
}
