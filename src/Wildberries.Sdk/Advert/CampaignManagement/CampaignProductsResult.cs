using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The products that WB has added to one campaign and taken out of it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record CampaignProductsResult : WildberriesModel
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advert_id")]
    public long AdvertId { get; init; }

    /// <summary>The products.</summary>
    [JsonPropertyName("nms")]
    public ProductsResult? Products { get; init; }
}
