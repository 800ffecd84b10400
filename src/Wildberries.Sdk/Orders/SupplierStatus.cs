using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>How far the seller is with an order.</summary>
/// <remarks>Kinds of orders know different ones. Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SupplierStatus>))]
public readonly record struct SupplierStatus : IExtensibleEnum<SupplierStatus, string>
{
    private SupplierStatus(string value) => Value = value;

    /// <summary>New: not yet confirmed.</summary>
    public static SupplierStatus New { get; } = new("new");

    /// <summary>Being assembled.</summary>
    public static SupplierStatus Confirm { get; } = new("confirm");

    /// <summary>Handed over: FBS and DBW.</summary>
    public static SupplierStatus Complete { get; } = new("complete");

    /// <summary>On its way: DBS.</summary>
    public static SupplierStatus Deliver { get; } = new("deliver");

    /// <summary>Ready to be picked up: in-store pickup.</summary>
    public static SupplierStatus Prepare { get; } = new("prepare");

    /// <summary>Received by the buyer.</summary>
    public static SupplierStatus Receive { get; } = new("receive");

    /// <summary>Refused by the buyer on receipt.</summary>
    public static SupplierStatus Reject { get; } = new("reject");

    /// <summary>Cancelled by the seller.</summary>
    public static SupplierStatus Cancel { get; } = new("cancel");

    /// <summary>Cancelled because the buyer could not be reached: DBS and DBW.</summary>
    public static SupplierStatus CancelMissedCall { get; } = new("cancel_missed_call");

    /// <summary>Cancelled because it was not picked up in time: in-store pickup.</summary>
    public static SupplierStatus CancelShelfLife { get; } = new("cancel_shelf_life");

    /// <summary>Cancelled by the carrier: cross-border FBS.</summary>
    public static SupplierStatus CancelCarrier { get; } = new("cancel_carrier");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SupplierStatus From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
