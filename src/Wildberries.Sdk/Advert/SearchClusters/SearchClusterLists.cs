using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Search clusters by what becomes of them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record SearchClusterLists : WildberriesModel
{
    /// <summary>Those in which the product is shown.</summary>
    [JsonPropertyName("active")]
    public IReadOnlyList<string> Active { get => field ?? []; init; } = [];

    /// <summary>Those in which it is not.</summary>
    [JsonPropertyName("excluded")]
    public IReadOnlyList<string> Excluded { get => field ?? []; init; } = [];

    /// <summary>Those that are out of use.</summary>
    [JsonPropertyName("archived")]
    public IReadOnlyList<string> Archived { get => field ?? []; init; } = [];
}
