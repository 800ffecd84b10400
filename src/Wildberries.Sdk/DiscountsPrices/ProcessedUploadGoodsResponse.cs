using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>A page of the goods of a processed upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record ProcessedUploadGoodsResponse
{
    /// <summary>The page.</summary>
    [JsonPropertyName("data")]
    public ProcessedUploadGoods? Data { get; init; }
}
