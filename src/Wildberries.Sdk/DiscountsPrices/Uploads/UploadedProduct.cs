using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>One product, or one size of it, within an upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record UploadedProduct : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long NmId { get; init; }

    /// <summary>The seller's own article.</summary>
    [JsonPropertyName("vendorCode")]
    public string? VendorCode { get; init; }

    /// <summary>The size, if the upload is about sizes.</summary>
    [JsonPropertyName("sizeID")]
    public long? SizeId { get; init; }

    /// <summary>The size's name.</summary>
    [JsonPropertyName("techSizeName")]
    public string? TechSizeName { get; init; }

    /// <summary>The new price before discounts, if the upload has one.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>The currency of the prices, by ISO 4217: <c>RUB</c>.</summary>
    [JsonPropertyName("currencyIsoCode4217")]
    public string? Currency { get; init; }

    /// <summary>The seller's discount, in percent.</summary>
    [JsonPropertyName("discount")]
    public int? Discount { get; init; }

    /// <summary>The discount for members of WB Club, in percent.</summary>
    [JsonPropertyName("clubDiscount")]
    public int? ClubDiscount { get; init; }

    /// <summary>What became of it.</summary>
    [JsonPropertyName("status")]
    public UploadedProductStatus Status { get; init; }

    /// <summary>Why it failed, in WB's words; quarantine is such an error, too.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }
}
