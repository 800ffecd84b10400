using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bid that reaches a share of the buyers who search.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record ReachRecommendation : WildberriesModel
{
    /// <summary>The bid in hundredths of the currency of the seller's advertising account: kopecks for roubles.</summary>
    [JsonPropertyName("bidKopecks")]
    public long BidKopecks { get; init; }

    /// <summary>The lowest bid that does, in the same unit; <see langword="null"/> if WB gives none.</summary>
    [JsonPropertyName("bidKopecksMin")]
    public long? MinBidKopecks { get; init; }
}
