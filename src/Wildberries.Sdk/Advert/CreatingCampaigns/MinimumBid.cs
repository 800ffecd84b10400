using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The lowest bid that WB takes for a product at a placement.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
public sealed record MinimumBid : WildberriesModel
{
    /// <summary>The placement. <see cref="MinimumBidPlacement.ToPlacement"/> gives it as the other methods spell it.</summary>
    [JsonPropertyName("type")]
    public MinimumBidPlacement Placement { get; init; }

    /// <summary>The bid in hundredths of <see cref="Currency"/>: kopecks for roubles.</summary>
    [JsonPropertyName("value")]
    public long BidMinorUnits { get; init; }

    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }
}
