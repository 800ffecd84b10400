using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>A product with its prices and discounts.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record ProductPrices : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long NmId { get; init; }

    /// <summary>The seller's own article.</summary>
    [JsonPropertyName("vendorCode")]
    public string? VendorCode { get; init; }

    /// <summary>The sizes with their prices.</summary>
    [JsonPropertyName("sizes")]
    public IReadOnlyList<ProductSize> Sizes
    {
        get => field ?? [];
        init;
    }

    /// <summary>The currency of the prices, by ISO 4217: <c>RUB</c>.</summary>
    [JsonPropertyName("currencyIsoCode4217")]
    public string? Currency { get; init; }

    /// <summary>The seller's discount, in percent.</summary>
    [JsonPropertyName("discount")]
    public int? Discount { get; init; }

    /// <summary>The discount for members of WB Club, in percent.</summary>
    [JsonPropertyName("clubDiscount")]
    public int? ClubDiscount { get; init; }

    /// <summary>Whether each size may have a price of its own; that depends on the category.</summary>
    [JsonPropertyName("editableSizePrice")]
    public bool? EditableSizePrice { get; init; }

    /// <summary>The wholesale discounts for business buyers.</summary>
    [JsonPropertyName("wholesaleDiscountThreshold")]
    public IReadOnlyList<WholesaleDiscount> WholesaleDiscounts
    {
        get => field ?? [];
        init;
    }
}
