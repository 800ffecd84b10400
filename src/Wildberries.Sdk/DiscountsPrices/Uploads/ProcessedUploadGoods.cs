using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>The products of a processed upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record ProcessedUploadGoods : WildberriesModel
{
    /// <summary>The upload's id.</summary>
    [JsonPropertyName("uploadID")]
    public long? UploadId { get; init; }

    /// <summary>What became of each; an empty page is the end.</summary>
    [JsonPropertyName("historyGoods")]
    public IReadOnlyList<UploadedProduct> Products
    {
        get => field ?? [];
        init;
    }
}
