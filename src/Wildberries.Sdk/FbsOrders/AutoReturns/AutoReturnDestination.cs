using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Where a size goes back to.</summary>
/// <remarks>WB takes <see cref="Warehouse"/> and <see cref="PickupPoint"/> only, and answers with all of them. Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<AutoReturnDestination>))]
public readonly record struct AutoReturnDestination : IExtensibleEnum<AutoReturnDestination, string>
{
    private AutoReturnDestination(string value) => Value = value;

    /// <summary>WB decides.</summary>
    public static AutoReturnDestination Auto { get; } = new("auto");

    /// <summary>To WB's warehouse.</summary>
    public static AutoReturnDestination Warehouse { get; } = new("byWarehouse");

    /// <summary>To the pickup point.</summary>
    public static AutoReturnDestination PickupPoint { get; } = new("byPickupPoint");

    /// <summary>To the seller, by courier; always so for subjects that WB does not store.</summary>
    public static AutoReturnDestination Courier { get; } = new("byCourier");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static AutoReturnDestination From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
