using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>A new price of one size of a product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record SizePriceChange
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long NmId { get; init; }

    /// <summary>The size: <see cref="ProductSize.SizeId"/>.</summary>
    [JsonPropertyName("sizeID")]
    public long SizeId { get; init; }

    /// <summary>The price before discounts, a whole number, in the currency that <see cref="ProductPrices.Currency"/> names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or not whole.</exception>
    [JsonPropertyName("price")]
    public decimal Price
    {
        get;
        init => field = Argument.Whole(value);
    }
}
