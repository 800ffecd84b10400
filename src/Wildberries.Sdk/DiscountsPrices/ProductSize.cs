using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>A size of a product with its prices.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record ProductSize : WildberriesModel
{
    /// <summary>The size's id; the content host calls it <c>chrtID</c>.</summary>
    [JsonPropertyName("sizeID")]
    public long SizeId { get; init; }

    /// <summary>The price before discounts, in <see cref="ProductPrices.Currency"/>.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>The price after the seller's discount.</summary>
    [JsonPropertyName("discountedPrice")]
    public decimal? DiscountedPrice { get; init; }

    /// <summary>The price after the seller's discount and that of WB Club.</summary>
    [JsonPropertyName("clubDiscountedPrice")]
    public decimal? ClubDiscountedPrice { get; init; }

    /// <summary>The size's name.</summary>
    [JsonPropertyName("techSizeName")]
    public string? TechSizeName { get; init; }
}
