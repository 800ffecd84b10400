using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>The sizes of a product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record GoodsSizes : WildberriesModel
{
    /// <summary>The sizes; an empty list is the end.</summary>
    [JsonPropertyName("listGoods")]
    public IReadOnlyList<ProductSizePrices> Sizes
    {
        get => field ?? [];
        init;
    }
}
