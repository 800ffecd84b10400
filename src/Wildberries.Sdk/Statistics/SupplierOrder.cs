using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Statistics;

/// <summary>An order of one unit, as the report on orders shows it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/reports#tag/mainReports/operation/getV1SupplierOrders"/>.</remarks>
public sealed record SupplierOrder : WildberriesModel
{
    /// <summary>When it was ordered. WB sends Moscow time.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? OrderedAt { get; set; }

    /// <summary>When WB changed the row last. WB sends Moscow time.</summary>
    [JsonPropertyName("lastChangeDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? LastChangedAt { get; set; }

    /// <summary>The warehouse that it was sent from. WB sums its own warehouses in Russia up under a few names.</summary>
    [JsonPropertyName("warehouseName")]
    public string? WarehouseName { get; set; }

    /// <summary>Whose warehouse it is.</summary>
    [JsonPropertyName("warehouseType")]
    public SupplierWarehouseType WarehouseType { get; set; }

    /// <summary>The country of the buyer.</summary>
    [JsonPropertyName("countryName")]
    public string? CountryName { get; set; }

    /// <summary>The federal district of the buyer.</summary>
    [JsonPropertyName("oblastOkrugName")]
    public string? FederalDistrictName { get; set; }

    /// <summary>The region of the buyer.</summary>
    [JsonPropertyName("regionName")]
    public string? RegionName { get; set; }

    /// <summary>The seller's own article.</summary>
    [JsonPropertyName("supplierArticle")]
    public string? VendorCode { get; set; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; set; }

    /// <summary>The barcode of the size.</summary>
    [JsonPropertyName("barcode")]
    public string? Barcode { get; set; }

    /// <summary>The category.</summary>
    [JsonPropertyName("category")]
    public string? CategoryName { get; set; }

    /// <summary>The subject.</summary>
    [JsonPropertyName("subject")]
    public string? SubjectName { get; set; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("brand")]
    public string? BrandName { get; set; }

    /// <summary>The size, as the seller names it; <c>0</c>: there are no sizes.</summary>
    [JsonPropertyName("techSize")]
    public string? TechSize { get; set; }

    /// <summary>The number of the supply to WB; 0: of none.</summary>
    [JsonPropertyName("incomeID")]
    public long? IncomeId { get; set; }

    /// <summary>Whether it is sold under a contract of delivery.</summary>
    [JsonPropertyName("isSupply")]
    public bool? IsSupply { get; set; }

    /// <summary>Whether it is sold under a contract of realization.</summary>
    [JsonPropertyName("isRealization")]
    public bool? IsRealization { get; set; }

    /// <summary>The price without discounts, in roubles.</summary>
    [JsonPropertyName("totalPrice")]
    public decimal? TotalPrice { get; set; }

    /// <summary>The seller's discount, in percent.</summary>
    [JsonPropertyName("discountPercent")]
    public int? DiscountPercent { get; set; }

    /// <summary>WB's discount, in percent.</summary>
    [JsonPropertyName("spp")]
    public decimal? Spp { get; set; }

    /// <summary>The price with all discounts but that of the WB wallet, in roubles.</summary>
    [JsonPropertyName("finishedPrice")]
    public decimal? FinishedPrice { get; set; }

    /// <summary>The price with the seller's discount, that for WB Club included, in roubles.</summary>
    [JsonPropertyName("priceWithDisc")]
    public decimal? PriceWithDiscount { get; set; }

    /// <summary>Whether it is cancelled.</summary>
    [JsonPropertyName("isCancel")]
    public bool? IsCancelled { get; set; }

    /// <summary>When it was cancelled; <see langword="null"/>: it was not. WB sends Moscow time.</summary>
    [JsonPropertyName("cancelDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>The id of the sticker.</summary>
    [JsonPropertyName("sticker")]
    public string? StickerId { get; set; }

    /// <summary>The buyer's basket: orders of one purchase have the same.</summary>
    [JsonPropertyName("gNumber")]
    public string? CartId { get; set; }

    /// <summary>The order's own id, by which a changed row is known again; <c>rid</c> in the marketplace areas.</summary>
    [JsonPropertyName("srid")]
    public string? Srid { get; set; }
}
