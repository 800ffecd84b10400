using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The minimum bids for a product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
public sealed record ProductMinimumBids : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm_id")]
    public long NmId { get; init; }

    /// <summary>A bid for each placement.</summary>
    [JsonPropertyName("bids")]
    public IReadOnlyList<MinimumBid> Bids { get => field ?? []; init; } = [];
}
