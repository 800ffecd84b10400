using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>By whom what a warehouse has is delivered.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<WarehouseDeliveryType>))]
public readonly record struct WarehouseDeliveryType : IExtensibleEnum<WarehouseDeliveryType, int>
{
    private WarehouseDeliveryType(int value) => Value = value;

    /// <summary>By WB, from its own warehouse (FBS).</summary>
    public static WarehouseDeliveryType Fbs { get; } = new(1);

    /// <summary>By the seller (DBS).</summary>
    public static WarehouseDeliveryType Dbs { get; } = new(2);

    /// <summary>By a courier of WB, who fetches it (DBW).</summary>
    public static WarehouseDeliveryType WbCourier { get; } = new(3);

    /// <summary>By nobody: the buyer picks it up (C&amp;C).</summary>
    public static WarehouseDeliveryType Pickup { get; } = new(5);

    /// <summary>By the seller, express (EDBS).</summary>
    public static WarehouseDeliveryType ExpressDbs { get; } = new(6);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static WarehouseDeliveryType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
