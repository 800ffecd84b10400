using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A new bid for a search cluster, for a thousand views.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record NewSearchClusterBidInBaseUnits
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advert_id")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm_id")]
    public long NmId { get; init; }

    /// <summary>The search cluster.</summary>
    [JsonPropertyName("norm_query")]
    public string NormQuery { get => field ?? ""; init; } = "";

    /// <summary>The bid in whole units of the currency of the seller's advertising account: roubles.</summary>
    [JsonPropertyName("bid")]
    public long BidBaseUnits { get; init; }
}
