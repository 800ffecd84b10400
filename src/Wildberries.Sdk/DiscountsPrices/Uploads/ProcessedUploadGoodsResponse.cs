using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>A page of the products of a processed upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record ProcessedUploadGoodsResponse : WildberriesModel
{
    /// <summary>The page.</summary>
    [JsonPropertyName("data")]
    public ProcessedUploadGoods? Data { get; init; }
}
