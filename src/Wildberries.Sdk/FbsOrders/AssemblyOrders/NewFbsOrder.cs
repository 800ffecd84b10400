using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>An assembly order that nobody has taken yet.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record NewFbsOrder : WildberriesModel
{
    /// <summary>The number of the assembly order.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The unique id of the order: the same as <c>srid</c> in reports.</summary>
    [JsonPropertyName("rid")]
    public string? Rid { get; init; }

    /// <summary>What orders of one basket have in common.</summary>
    [JsonPropertyName("orderUid")]
    public string? OrderUid { get; init; }

    /// <summary>By whom it is delivered.</summary>
    [JsonPropertyName("deliveryType")]
    public OrderDeliveryType DeliveryType { get; init; }

    /// <summary>When the order was made.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The seller's warehouse that the order came to.</summary>
    [JsonPropertyName("warehouseId")]
    public long WarehouseId { get; init; }

    /// <summary>WB's office that the warehouse belongs to.</summary>
    [JsonPropertyName("officeId")]
    public long OfficeId { get; init; }

    /// <summary>The offices to which the product is to be brought.</summary>
    [JsonPropertyName("offices")]
    public IReadOnlyList<string> Offices { get => field ?? []; init; } = [];

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The size's number at WB.</summary>
    [JsonPropertyName("chrtId")]
    public long ChrtId { get; init; }

    /// <summary>The seller's own article.</summary>
    [JsonPropertyName("article")]
    public string? Article { get; init; }

    /// <summary>The code of the colour, for products that are tinted to order.</summary>
    [JsonPropertyName("colorCode")]
    public string? ColorCode { get; init; }

    /// <summary>The barcodes of the size.</summary>
    [JsonPropertyName("skus")]
    public IReadOnlyList<string> Skus { get => field ?? []; init; } = [];

    /// <summary>The price after all discounts but that of WB Wallet, in hundredths of <see cref="CurrencyCode"/>: 101400 is 1,014.00.</summary>
    [JsonPropertyName("price")]
    public decimal? PriceHundredths { get; init; }

    /// <summary>The same price in hundredths of <see cref="ConvertedCurrencyCode"/>.</summary>
    [JsonPropertyName("convertedPrice")]
    public decimal? ConvertedPriceHundredths { get; init; }

    /// <summary>What the buyer pays after all discounts, in hundredths of <see cref="CurrencyCode"/>.</summary>
    [JsonPropertyName("finalPrice")]
    public decimal? FinalPriceHundredths { get; init; }

    /// <summary>What the buyer pays, in hundredths of <see cref="ConvertedCurrencyCode"/>.</summary>
    [JsonPropertyName("convertedFinalPrice")]
    public decimal? ConvertedFinalPriceHundredths { get; init; }

    /// <summary>The seller's price after the seller's discount, without that of WB Club, in hundredths of <see cref="CurrencyCode"/>.</summary>
    [JsonPropertyName("salePrice")]
    public decimal? SalePriceHundredths { get; init; }

    /// <summary>The currency of the sale: the number by ISO 4217, for example 643 (RUB).</summary>
    [JsonPropertyName("currencyCode")]
    public int? CurrencyCode { get; init; }

    /// <summary>The currency of the seller's country: the number by ISO 4217.</summary>
    [JsonPropertyName("convertedCurrencyCode")]
    public int? ConvertedCurrencyCode { get; init; }

    /// <summary>What WB takes for accepting the order, in kopecks; <see langword="null"/> until it was accepted.</summary>
    [JsonPropertyName("scanPrice")]
    public decimal? ScanPriceKopecks { get; init; }

    /// <summary>How large the product is.</summary>
    [JsonPropertyName("cargoType")]
    public CargoType CargoType { get; init; }

    /// <summary>Whether the order leaves the country.</summary>
    [JsonPropertyName("crossBorderType")]
    public CrossBorderType CrossBorderType { get; init; }

    /// <summary>Where the order goes, if that matters to the seller: personal data of the buyer.</summary>
    [JsonPropertyName("address")]
    public OrderAddress? Address { get; init; }

    /// <summary>What the buyer wrote, at most 300 characters.</summary>
    [JsonPropertyName("comment")]
    public string? Comment { get; init; }

    /// <summary>Whether the stock was zero when the order was made; such an order may be cancelled without a fine.</summary>
    [JsonPropertyName("isZeroOrder")]
    public bool IsZeroOrder { get; init; }

    /// <summary>What else is special about it.</summary>
    [JsonPropertyName("options")]
    public FbsOrderOptions? Options { get; init; }

    /// <summary>The label identifiers without which the order cannot be handed over. Ask for all of them and <see cref="OptionalMarkings"/>: what the law wants is not told by this.</summary>
    [JsonPropertyName("requiredMeta")]
    public IReadOnlyList<MarkingCodeKind> RequiredMarkings { get => field ?? []; init; } = [];

    /// <summary>The label identifiers that the order may have. One that is in neither list it cannot have.</summary>
    [JsonPropertyName("optionalMeta")]
    public IReadOnlyList<MarkingCodeKind> OptionalMarkings { get => field ?? []; init; } = [];

    /// <summary>The day on which the buyer is to get it; for oversized products only.</summary>
    [JsonPropertyName("ddate")]
    [JsonConverter(typeof(DottedDateConverter))]
    public DateOnly? DeliveryDate { get; init; }

    /// <summary>The day by which the seller should bring it; for oversized products only.</summary>
    [JsonPropertyName("sellerDate")]
    [JsonConverter(typeof(DottedDateConverter))]
    public DateOnly? SellerDate { get; init; }

    /// <summary>Whether it may be handed over at a pickup point.</summary>
    [JsonPropertyName("isPickupPointShipmentAllowed")]
    public bool? IsPickupPointShipmentAllowed { get; init; }

    /// <summary>The order, without what the buyer wrote and where it goes.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"NewFbsOrder {{ Id = {Id}, Rid = {Rid}, NmId = {NmId}, WarehouseId = {WarehouseId} }}";
}
