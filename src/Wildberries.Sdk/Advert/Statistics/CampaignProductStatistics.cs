using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The statistics of a product for a day on the site or in an app.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/statistics"/>.</remarks>
public sealed record CampaignProductStatistics : CampaignFigures
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
