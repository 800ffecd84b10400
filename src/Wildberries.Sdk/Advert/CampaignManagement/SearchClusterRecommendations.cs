using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The bids that WB recommends for a search cluster, by how many of the buyers who search are to be reached.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record SearchClusterRecommendations : WildberriesModel
{
    /// <summary>The search cluster.</summary>
    [JsonPropertyName("normQuery")]
    public string? NormQuery { get; init; }

    /// <summary>To reach 76 to 100 percent.</summary>
    [JsonPropertyName("reachMax")]
    public ReachRecommendation? ReachMax { get; init; }

    /// <summary>To reach 61 to 75 percent.</summary>
    [JsonPropertyName("reachMedium")]
    public ReachRecommendation? ReachMedium { get; init; }

    /// <summary>To reach 50 to 60 percent.</summary>
    [JsonPropertyName("reachMin")]
    public ReachRecommendation? ReachMin { get; init; }
}
