using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A bid for a search cluster that WB has not set.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record SearchClusterBidFailure : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The search cluster.</summary>
    [JsonPropertyName("normQuery")]
    public string? NormQuery { get; init; }

    /// <summary>Why not, in WB's words.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }
}
