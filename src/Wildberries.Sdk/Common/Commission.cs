using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>
/// WB's commission for one product subject. Which of the rates are there depends on the seller's country: a Russian seller gets six
/// rates, one from Uzbekistan three, one from China, Turkey or the United Arab Emirates one; the others are <see langword="null"/>.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/fees"/>.</remarks>
public sealed record Commission : WildberriesModel
{
    /// <summary>The parent category's id.</summary>
    [JsonPropertyName("parentID")]
    public long ParentId { get; init; }

    /// <summary>The parent category's name in the language that was asked for.</summary>
    [JsonPropertyName("parentName")]
    public string? ParentName { get; init; }

    /// <summary>The subject's id.</summary>
    [JsonPropertyName("subjectID")]
    public long SubjectId { get; init; }

    /// <summary>The subject's name in the language that was asked for.</summary>
    [JsonPropertyName("subjectName")]
    public string? SubjectName { get; init; }

    /// <summary>For sales from WB's warehouses (FBW), in percent.</summary>
    [JsonPropertyName("paidStorageKgvp")]
    public decimal? WarehousePercent { get; init; }

    /// <summary>For sales from the seller's warehouse, delivered by WB (FBS, Marketplace), in percent.</summary>
    [JsonPropertyName("kgvpMarketplace")]
    public decimal? MarketplacePercent { get; init; }

    /// <summary>For sales delivered by the seller (DBS) or by WB's courier (DBW), in percent.</summary>
    [JsonPropertyName("kgvpSupplier")]
    public decimal? SupplierPercent { get; init; }

    /// <summary>For sales with express delivery by the seller (EDBS), in percent.</summary>
    [JsonPropertyName("kgvpSupplierExpress")]
    public decimal? SupplierExpressPercent { get; init; }

    /// <summary>For sales collected in the seller's shop (C&amp;C), in percent.</summary>
    [JsonPropertyName("kgvpPickup")]
    public decimal? PickupPercent { get; init; }

    /// <summary>For bookings, in percent.</summary>
    [JsonPropertyName("kgvpBooking")]
    public decimal? BookingPercent { get; init; }

    /// <summary>For sellers from China, in percent.</summary>
    [JsonPropertyName("kgvpChina")]
    public decimal? ChinaPercent { get; init; }

    /// <summary>For sellers from Turkey, in percent.</summary>
    [JsonPropertyName("kgvpTurkey")]
    public decimal? TurkeyPercent { get; init; }

    /// <summary>For sellers from the United Arab Emirates, in percent.</summary>
    [JsonPropertyName("kgvpUAE")]
    public decimal? UnitedArabEmiratesPercent { get; init; }

    /// <summary>For sellers from Uzbekistan: sales from WB's warehouses (FBW), in percent.</summary>
    [JsonPropertyName("kgvpPaidStorageUz")]
    public decimal? UzbekistanWarehousePercent { get; init; }

    /// <summary>For sellers from Uzbekistan: sales from the seller's warehouse, delivered by WB (FBS), in percent.</summary>
    [JsonPropertyName("kgvpMarketplaceUz")]
    public decimal? UzbekistanMarketplacePercent { get; init; }

    /// <summary>For sellers from Uzbekistan: sales delivered by the seller (DBS), in percent.</summary>
    [JsonPropertyName("kgvpSupplierUz")]
    public decimal? UzbekistanSupplierPercent { get; init; }
}
