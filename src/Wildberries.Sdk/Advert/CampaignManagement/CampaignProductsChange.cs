using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Products to be added to one campaign and to be taken out of it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record CampaignProductsChange
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("advert_id")]
    public long AdvertId { get; init; }

    /// <summary>The products: at most 50 for a campaign.</summary>
    [JsonPropertyName("nms")]
    public ProductsChange Products { get => field ?? new ProductsChange(); init; } = new();
}
