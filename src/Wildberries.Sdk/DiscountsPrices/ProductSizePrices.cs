using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>A size of a product whose sizes have prices of their own.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record ProductSizePrices : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long NmId { get; init; }

    /// <summary>The size's id; the content host calls it <c>chrtID</c>.</summary>
    [JsonPropertyName("sizeID")]
    public long SizeId { get; init; }

    /// <summary>The seller's own article.</summary>
    [JsonPropertyName("vendorCode")]
    public string? VendorCode { get; init; }

    /// <summary>The price before discounts, in <see cref="ProductSizePrices.Currency"/>.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>The currency of the prices, by ISO 4217: <c>RUB</c>.</summary>
    [JsonPropertyName("currencyIsoCode4217")]
    public string? Currency { get; init; }

    /// <summary>The price after the seller's discount.</summary>
    [JsonPropertyName("discountedPrice")]
    public decimal? DiscountedPrice { get; init; }

    /// <summary>The price after the seller's discount and that of WB Club.</summary>
    [JsonPropertyName("clubDiscountedPrice")]
    public decimal? ClubDiscountedPrice { get; init; }

    /// <summary>The seller's discount, in percent.</summary>
    [JsonPropertyName("discount")]
    public int? Discount { get; init; }

    /// <summary>The discount for members of WB Club, in percent.</summary>
    [JsonPropertyName("clubDiscount")]
    public int? ClubDiscount { get; init; }

    /// <summary>The size's name.</summary>
    [JsonPropertyName("techSizeName")]
    public string? TechSizeName { get; init; }

    /// <summary>Whether each size may have a price of its own.</summary>
    [JsonPropertyName("editableSizePrice")]
    public bool? EditableSizePrice { get; init; }
}
