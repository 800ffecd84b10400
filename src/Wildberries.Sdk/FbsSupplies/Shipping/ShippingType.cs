using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Who brings a supply to WB.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ShippingType>))]
public readonly record struct ShippingType : IExtensibleEnum<ShippingType, string>
{
    private ShippingType(string value) => Value = value;

    /// <summary>The seller.</summary>
    public static ShippingType SelfShipping { get; } = new("selfShipping");

    /// <summary>
    /// A transport company. WB demands a waybill for it and has taken the operation away that gives one: supplies cannot be delivered so at present.
    /// </summary>
    public static ShippingType TransportCompany { get; } = new("transportCompany");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ShippingType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
