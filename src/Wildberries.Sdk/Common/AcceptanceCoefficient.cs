using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>Whether a WB warehouse takes one kind of supply on one day, and what that costs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/supplyRates"/>.</remarks>
public sealed record AcceptanceCoefficient : WildberriesModel
{
    /// <summary>The day, as the moment of its start that WB sends.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? Date { get; init; }

    /// <summary>What acceptance costs: -1 there is none, 0 it is free, from 1 on the factor of the price.</summary>
    [JsonPropertyName("coefficient")]
    public decimal? Coefficient { get; init; }

    /// <summary>The warehouse's id.</summary>
    [JsonPropertyName("warehouseID")]
    public long WarehouseId { get; init; }

    /// <summary>The warehouse's name.</summary>
    [JsonPropertyName("warehouseName")]
    public string? WarehouseName { get; init; }

    /// <summary>Whether the warehouse takes this kind of supply. Not enough by itself: see <see cref="IsAcceptanceOpen"/>.</summary>
    [JsonPropertyName("allowUnload")]
    public bool AllowUnload { get; init; }

    /// <summary>The kind of supply; <see langword="null"/> for boxes with a QR code, for which WB sends none.</summary>
    [JsonPropertyName("boxTypeID")]
    public BoxType? BoxTypeId { get; init; }

    /// <summary>The coefficient of storage. WB states no unit.</summary>
    [JsonPropertyName("storageCoef")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? StorageCoefficient { get; init; }

    /// <summary>The coefficient of delivery. WB states no unit.</summary>
    [JsonPropertyName("deliveryCoef")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryCoefficient { get; init; }

    /// <summary>Delivery of the first liter, in roubles.</summary>
    [JsonPropertyName("deliveryBaseLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryBaseLiter { get; init; }

    /// <summary>Delivery of each further liter, in roubles.</summary>
    [JsonPropertyName("deliveryAdditionalLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryAdditionalLiter { get; init; }

    /// <summary>Storage in roubles: of a pallet, or of the first liter in boxes.</summary>
    [JsonPropertyName("storageBaseLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? StorageBaseLiter { get; init; }

    /// <summary>Storage of each further liter in boxes, in roubles; <see langword="null"/> for pallets.</summary>
    [JsonPropertyName("storageAdditionalLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? StorageAdditionalLiter { get; init; }

    /// <summary>Whether the warehouse is a sorting center.</summary>
    [JsonPropertyName("isSortingCenter")]
    public bool IsSortingCenter { get; init; }

    /// <summary>Whether a supply can be booked: the coefficient is 0 or 1, and the warehouse takes this kind of supply.</summary>
    [JsonIgnore]
    public bool IsAcceptanceOpen => AllowUnload && Coefficient is 0 or 1;
}
