using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>A new price, a new discount, or both, of one product. What is <see langword="null"/> stays as it is; not both may be.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record PriceChange
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long NmId { get; init; }

    /// <summary>The price before discounts, a whole number, in the currency that <see cref="ProductPrices.Currency"/> names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or not whole.</exception>
    [JsonPropertyName("price")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Price
    {
        get;
        init => field = Argument.Whole(value);
    }

    /// <summary>The seller's discount, in percent.</summary>
    [JsonPropertyName("discount")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Discount { get; init; }
}
