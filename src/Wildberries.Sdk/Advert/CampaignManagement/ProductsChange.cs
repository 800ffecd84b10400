using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Products to be added and to be taken out.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record ProductsChange
{
    /// <summary>The products to add, by their numbers at WB. They get the lowest bid.</summary>
    [JsonPropertyName("add")]
    public IReadOnlyList<long> Add { get => field ?? []; init; } = [];

    /// <summary>The products to take out, by their numbers at WB.</summary>
    [JsonPropertyName("delete")]
    public IReadOnlyList<long> Delete { get => field ?? []; init; } = [];
}
