using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bid for a product at a placement.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record ProductBid : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm_id")]
    public long NmId { get; init; }

    /// <summary>The bid in hundredths of the currency of the seller's advertising account: kopecks for roubles.</summary>
    [JsonPropertyName("bid_kopecks")]
    public long BidKopecks { get; init; }

    /// <summary>
    /// The placement: <see cref="Placement.Combined"/> for a campaign with <see cref="BidType.Unified"/>, one of the others with <see
    /// cref="BidType.Manual"/>.
    /// </summary>
    [JsonPropertyName("placement")]
    public Placement Placement { get; init; }
}
