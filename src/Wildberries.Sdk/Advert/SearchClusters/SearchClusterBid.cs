using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bid of a search cluster, for a thousand views.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record SearchClusterBid : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advert_id")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm_id")]
    public long NmId { get; init; }

    /// <summary>The search cluster.</summary>
    [JsonPropertyName("norm_query")]
    public string? NormQuery { get; init; }

    /// <summary>The bid in whole units of <see cref="Currency"/>: roubles.</summary>
    [JsonPropertyName("bid")]
    public long BidBaseUnits { get; init; }

    /// <summary>The bid in hundredths of <see cref="Currency"/>: kopecks for roubles.</summary>
    [JsonPropertyName("bid_kopecks")]
    public long BidKopecks { get; init; }

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }
}
