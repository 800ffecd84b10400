using System.Text;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A supply to a WB warehouse, or the order of one.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record FbwSupplyDetails : WildberriesModel
{
    /// <summary>The phone number of the user who created it, partly hidden by WB.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>How far it has come.</summary>
    [JsonPropertyName("statusID")]
    public FbwSupplyStatus Status { get; init; }

    /// <summary>What a virtual supply stands for; <see langword="null"/> for others.</summary>
    [JsonPropertyName("virtualTypeID")]
    public FbwVirtualSupplyType? VirtualType { get; init; }

    /// <summary>How its products are packed.</summary>
    [JsonPropertyName("boxTypeID")]
    public FbwSupplyBoxType? BoxType { get; init; }

    /// <summary>When it was created.</summary>
    [JsonPropertyName("createDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it is to be handed over; <see langword="null"/>: not planned.</summary>
    [JsonPropertyName("supplyDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>When it was in fact handed over; <see langword="null"/>: not yet.</summary>
    [JsonPropertyName("factDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>When it was changed last; <see langword="null"/>: never.</summary>
    [JsonPropertyName("updatedDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The warehouse that it is planned for.</summary>
    [JsonPropertyName("warehouseID")]
    public long? WarehouseId { get; init; }

    /// <summary>The name of that warehouse.</summary>
    [JsonPropertyName("warehouseName")]
    public string? WarehouseName { get; init; }

    /// <summary>The warehouse that it was brought to; <see langword="null"/>: not yet.</summary>
    [JsonPropertyName("actualWarehouseID")]
    public long? ActualWarehouseId { get; init; }

    /// <summary>The name of that warehouse.</summary>
    [JsonPropertyName("actualWarehouseName")]
    public string? ActualWarehouseName { get; init; }

    /// <summary>The warehouse that it goes through; <see langword="null"/>: none.</summary>
    [JsonPropertyName("transitWarehouseID")]
    public long? TransitWarehouseId { get; init; }

    /// <summary>The name of that warehouse.</summary>
    [JsonPropertyName("transitWarehouseName")]
    public string? TransitWarehouseName { get; init; }

    /// <summary>What acceptance is expected to cost, in roubles.</summary>
    [JsonPropertyName("acceptanceCost")]
    public decimal? AcceptanceCost { get; init; }

    /// <summary>The factor of the price of acceptance.</summary>
    [JsonPropertyName("paidAcceptanceCoefficient")]
    public decimal? PaidAcceptanceCoefficient { get; init; }

    /// <summary>Why it cannot be accepted.</summary>
    [JsonPropertyName("rejectReason")]
    public string? RejectReason { get; init; }

    /// <summary>The seller's short name.</summary>
    [JsonPropertyName("supplierAssignName")]
    public string? SupplierAssignName { get; init; }

    /// <summary>The coefficient of storage. WB states no unit.</summary>
    [JsonPropertyName("storageCoef")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? StorageCoefficient { get; init; }

    /// <summary>The coefficient of logistics. WB states no unit.</summary>
    [JsonPropertyName("deliveryCoef")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryCoefficient { get; init; }

    /// <summary>How many units were added to it.</summary>
    [JsonPropertyName("quantity")]
    public int? Quantity { get; init; }

    /// <summary>How many units are on sale.</summary>
    [JsonPropertyName("readyForSaleQuantity")]
    public int? ReadyForSaleQuantity { get; init; }

    /// <summary>How many units were accepted.</summary>
    [JsonPropertyName("acceptedQuantity")]
    public int? AcceptedQuantity { get; init; }

    /// <summary>How many units are being put on the shelves.</summary>
    [JsonPropertyName("unloadingQuantity")]
    public int? UnloadingQuantity { get; init; }

    /// <summary>How many units have lost their owner.</summary>
    [JsonPropertyName("depersonalizedQuantity")]
    public int? DepersonalizedQuantity { get; init; }

    /// <summary>Whether it is a pallet of single boxes; <see langword="null"/> for other kinds than <see cref="FbwSupplyBoxType.Boxes"/>.</summary>
    [JsonPropertyName("isBoxOnPallet")]
    public bool? IsBoxOnPallet { get; init; }

    /// <summary>WB names this member without a word about it; by its name, how many discrepancies were found.</summary>
    [JsonPropertyName("discrepancies")]
    public int? Discrepancies { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"Status = {Status}, WarehouseId = {WarehouseId}, Quantity = {Quantity}");
        return true;
    }
}
