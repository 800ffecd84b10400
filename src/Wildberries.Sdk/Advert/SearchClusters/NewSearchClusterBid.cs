using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A new bid for a search cluster, for a thousand views.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record NewSearchClusterBid
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The search cluster.</summary>
    [JsonPropertyName("normQuery")]
    public string NormQuery { get => field ?? ""; init; } = "";

    /// <summary>
    /// The bid in hundredths of the currency of the seller's advertising account: kopecks for roubles. A multiple of <see
    /// cref="AdvertConfig.CpmStepMinorUnits"/>.
    /// </summary>
    [JsonPropertyName("bidMinorUnits")]
    public long BidMinorUnits { get; init; }
}
