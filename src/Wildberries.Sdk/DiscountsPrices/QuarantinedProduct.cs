using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>A product whose new price is so much lower that WB holds it back; it sells at the old one meanwhile.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record QuarantinedProduct : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long NmId { get; init; }

    /// <summary>Not used by WB.</summary>
    [JsonPropertyName("sizeID")]
    public long? SizeId { get; init; }

    /// <summary>Not used by WB.</summary>
    [JsonPropertyName("techSizeName")]
    public string? TechSizeName { get; init; }

    /// <summary>The currency of the prices, by ISO 4217: <c>RUB</c>.</summary>
    [JsonPropertyName("currencyIsoCode4217")]
    public string? Currency { get; init; }

    /// <summary>The price before discounts that is held back.</summary>
    [JsonPropertyName("newPrice")]
    public decimal? NewPrice { get; init; }

    /// <summary>The price before discounts that holds.</summary>
    [JsonPropertyName("oldPrice")]
    public decimal? OldPrice { get; init; }

    /// <summary>The seller's discount that is held back, in percent.</summary>
    [JsonPropertyName("newDiscount")]
    public int? NewDiscount { get; init; }

    /// <summary>The seller's discount that holds, in percent.</summary>
    [JsonPropertyName("oldDiscount")]
    public int? OldDiscount { get; init; }

    /// <summary>The new price after the seller's discount less the old one: negative.</summary>
    [JsonPropertyName("priceDiff")]
    public decimal? PriceDiff { get; init; }
}
