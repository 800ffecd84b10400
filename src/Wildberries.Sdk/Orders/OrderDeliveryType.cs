using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>By whom, and to where, an order is delivered.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<OrderDeliveryType>))]
public readonly record struct OrderDeliveryType : IExtensibleEnum<OrderDeliveryType, string>
{
    private OrderDeliveryType(string value) => Value = value;

    /// <summary>Seller's stock, delivered by WB from its warehouse (FBS).</summary>
    public static OrderDeliveryType Fbs { get; } = new("fbs");

    /// <summary>By the seller (DBS).</summary>
    public static OrderDeliveryType Dbs { get; } = new("dbs");

    /// <summary>By the seller, express (EDBS).</summary>
    public static OrderDeliveryType ExpressDbs { get; } = new("edbs");

    /// <summary>By the seller, to a pickup point of WB.</summary>
    public static OrderDeliveryType DbsPickupPoint { get; } = new("dbsPickupPoint");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static OrderDeliveryType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
