using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The minus phrases of products.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record MinusPhrasesResponse : WildberriesModel
{
    /// <summary>The products.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<ProductMinusPhrases> Items { get => field ?? []; init; } = [];
}
