using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A bid that WB recommends.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record RecommendedBid : WildberriesModel
{
    /// <summary>The bid in hundredths of the currency of the seller's advertising account: kopecks for roubles.</summary>
    [JsonPropertyName("bidKopecks")]
    public long BidKopecks { get; init; }
}
