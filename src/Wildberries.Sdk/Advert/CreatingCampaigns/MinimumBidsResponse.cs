using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The minimum bids for products.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
public sealed record MinimumBidsResponse : WildberriesModel
{
    /// <summary>The products with their bids.</summary>
    [JsonPropertyName("bids")]
    public IReadOnlyList<ProductMinimumBids> Products { get => field ?? []; init; } = [];
}
