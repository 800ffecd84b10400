using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>A product of a campaign: a <see cref="CampaignProduct"/> as two methods spell it, <c>advertId</c> in place of <c>advert_id</c>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/searchClusters"/>.</remarks>
public sealed record CampaignProductKey
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advertId")]
    public long AdvertId { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }
}
