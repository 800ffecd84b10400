using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The products that WB has added and taken out.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record ProductsResult : WildberriesModel
{
    /// <summary>The products that were added, by their numbers at WB.</summary>
    [JsonPropertyName("added")]
    public IReadOnlyList<long> Added { get => field ?? []; init; } = [];

    /// <summary>The products that were taken out, by their numbers at WB.</summary>
    [JsonPropertyName("deleted")]
    public IReadOnlyList<long> Deleted { get => field ?? []; init; } = [];
}
