using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bids that WB recommends for a product and its search clusters.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record BidRecommendations : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>What the campaign pays for; it tells which of the bids below there are.</summary>
    [JsonPropertyName("paymentType")]
    public PaymentType PaymentType { get; init; }

    /// <summary>The bids for the product in a campaign that pays for clicks, by the place in the list that they get; else empty.</summary>
    [JsonPropertyName("levels")]
    public IReadOnlyList<CpcBidRecommendations> Levels { get => field ?? []; init; } = [];

    /// <summary>The bids for the product in a campaign that pays for views; else <see langword="null"/>.</summary>
    [JsonPropertyName("base")]
    public ProductRecommendations? Product { get; init; }

    /// <summary>The bids for its search clusters in a campaign that pays for views; else empty.</summary>
    [JsonPropertyName("normQueries")]
    public IReadOnlyList<SearchClusterRecommendations> SearchClusters { get => field ?? []; init; } = [];
}
