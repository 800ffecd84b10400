using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>The products of an upload that is not processed yet.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record UnprocessedUploadGoods : WildberriesModel
{
    /// <summary>The upload's id.</summary>
    [JsonPropertyName("uploadID")]
    public long? UploadId { get; init; }

    /// <summary>The products; an empty page is the end.</summary>
    [JsonPropertyName("bufferGoods")]
    public IReadOnlyList<UploadedProduct> Products
    {
        get => field ?? [];
        init;
    }
}
