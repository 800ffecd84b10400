using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>The products that WB has added to campaigns and taken out of them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record ProductsResponse : WildberriesModel
{
    /// <summary>The campaigns.</summary>
    [JsonPropertyName("nms")]
    public IReadOnlyList<CampaignProductsResult> Campaigns { get => field ?? []; init; } = [];
}
