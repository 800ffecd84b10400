using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>Whether an order is paid before it is picked up.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<PickupPayMode>))]
public readonly record struct PickupPayMode : IExtensibleEnum<PickupPayMode, string>
{
    private PickupPayMode(string value) => Value = value;

    /// <summary>Paid already.</summary>
    public static PickupPayMode Prepaid { get; } = new("prepaid");

    /// <summary>To be paid when it is picked up.</summary>
    public static PickupPayMode Postpaid { get; } = new("postpaid");

    /// <summary>WB does not know.</summary>
    public static PickupPayMode Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static PickupPayMode From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
