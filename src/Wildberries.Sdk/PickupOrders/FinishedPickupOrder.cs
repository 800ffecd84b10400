using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>An order that was picked up or cancelled.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.</remarks>
public sealed record FinishedPickupOrder : WildberriesModel, IOrderRecord
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The unique id of the purchase; the same as <c>srid</c> in reports, claims and the order feed.</summary>
    [JsonPropertyName("rid")]
    public string? Rid { get; init; }

    /// <summary>The number of the buyer's purchase, which its orders share, for example <c>170046918-0011</c>: the buyer shows it in the shop.</summary>
    [JsonPropertyName("orderCode")]
    public string? OrderCode { get; init; }

    /// <summary>When the order was made.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether it is paid already.</summary>
    [JsonPropertyName("payMode")]
    public PickupPayMode PayMode { get; init; }

    /// <summary>The shop, one of the seller's warehouses, that the order came to.</summary>
    [JsonPropertyName("warehouseId")]
    public long WarehouseId { get; init; }

    /// <summary>The shop's address.</summary>
    [JsonPropertyName("warehouseAddress")]
    public string? WarehouseAddress { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The number of the product's size at WB.</summary>
    [JsonPropertyName("chrtId")]
    public long ChrtId { get; init; }

    /// <summary>The seller's article.</summary>
    [JsonPropertyName("article")]
    public string? Article { get; init; }

    /// <summary>The product's barcodes.</summary>
    [JsonPropertyName("skus")]
    public IReadOnlyList<string> Skus { get => field ?? []; init; } = [];

    /// <summary>How large the product is.</summary>
    [JsonPropertyName("cargoType")]
    public CargoType CargoType { get; init; }

    /// <summary>The price after all discounts but that of WB Wallet, in hundredths of <see cref="CurrencyCode"/>; for your information.</summary>
    [JsonPropertyName("price")]
    public decimal? PriceHundredths { get; init; }

    /// <summary>The price after all discounts but that of WB Wallet, in hundredths of <see cref="ConvertedCurrencyCode"/>; for your information.</summary>
    [JsonPropertyName("convertedPrice")]
    public decimal? ConvertedPriceHundredths { get; init; }

    /// <summary>
    /// What the buyer pays, in hundredths of <see cref="CurrencyCode"/>. Only where the final prices have none for the order (<see
    /// cref="IPickupOrdersApi.GetFinalPricesAsync"/>); for your information.
    /// </summary>
    [JsonPropertyName("finalPrice")]
    public decimal? FinalPriceHundredths { get; init; }

    /// <summary>
    /// What the buyer pays, in hundredths of <see cref="ConvertedCurrencyCode"/>. Only where the final prices have none for the order (<see
    /// cref="IPickupOrdersApi.GetFinalPricesAsync"/>); for your information.
    /// </summary>
    [JsonPropertyName("convertedFinalPrice")]
    public decimal? ConvertedFinalPriceHundredths { get; init; }

    /// <summary>The currency of the sale, by its number in ISO 4217: 643 is the rouble.</summary>
    [JsonPropertyName("currencyCode")]
    public int? CurrencyCode { get; init; }

    /// <summary>The currency of the seller's country, by its number in ISO 4217.</summary>
    [JsonPropertyName("convertedCurrencyCode")]
    public int? ConvertedCurrencyCode { get; init; }

    /// <summary>Whether the product was not in stock when it was ordered: such an order may be cancelled without a fine.</summary>
    [JsonPropertyName("isZeroOrder")]
    public bool IsZeroOrder { get; init; }

    /// <summary>What is special about the order.</summary>
    [JsonPropertyName("options")]
    public OrderOptions? Options { get; init; }
}
