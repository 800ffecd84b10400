using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Statistics;

/// <summary>Whose warehouse an order was sent from.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/reports#tag/mainReports/operation/getV1SupplierOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SupplierWarehouseType>))]
public readonly record struct SupplierWarehouseType : IExtensibleEnum<SupplierWarehouseType, string>
{
    private SupplierWarehouseType(string value) => Value = value;

    /// <summary>A warehouse of WB: <c>Склад WB</c>.</summary>
    public static SupplierWarehouseType Wildberries { get; } = new("Склад WB");

    /// <summary>A warehouse of the seller: <c>Склад продавца</c>.</summary>
    public static SupplierWarehouseType Seller { get; } = new("Склад продавца");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SupplierWarehouseType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
