using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Where the products of a campaign are shown.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record CampaignPlacements : WildberriesModel
{
    /// <summary>In the search.</summary>
    [JsonPropertyName("search")]
    public bool Search { get; init; }

    /// <summary>In the recommendations.</summary>
    [JsonPropertyName("recommendations")]
    public bool Recommendations { get; init; }
}
