using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bids for a click that WB recommends to get a product to a place in the list.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record CpcBidRecommendations : WildberriesModel
{
    /// <summary>To get to places 1 and 2.</summary>
    [JsonPropertyName("range1To2")]
    public RecommendedBid? Places1To2 { get; init; }

    /// <summary>To get to places 3 to 10.</summary>
    [JsonPropertyName("range3To10")]
    public RecommendedBid? Places3To10 { get; init; }

    /// <summary>To get to places 11 to 34.</summary>
    [JsonPropertyName("range11To34")]
    public RecommendedBid? Places11To34 { get; init; }
}
