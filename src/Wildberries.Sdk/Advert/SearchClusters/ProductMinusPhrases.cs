using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The minus phrases of a product in a campaign: it is not shown to who searches for them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record ProductMinusPhrases : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advert_id")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm_id")]
    public long NmId { get; init; }

    /// <summary>The phrases.</summary>
    [JsonPropertyName("norm_queries")]
    public IReadOnlyList<string> Phrases { get => field ?? []; init; } = [];
}
