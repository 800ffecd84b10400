using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Products in price quarantine.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record Quarantine : WildberriesModel
{
    /// <summary>The products; an empty list is the end.</summary>
    [JsonPropertyName("quarantineGoods")]
    public IReadOnlyList<QuarantinedProduct> Products
    {
        get => field ?? [];
        init;
    }
}
