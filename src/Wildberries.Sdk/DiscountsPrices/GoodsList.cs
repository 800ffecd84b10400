using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Products with their prices.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record GoodsList : WildberriesModel
{
    /// <summary>The products; an empty list is the end.</summary>
    [JsonPropertyName("listGoods")]
    public IReadOnlyList<ProductPrices> Products
    {
        get => field ?? [];
        init;
    }
}
