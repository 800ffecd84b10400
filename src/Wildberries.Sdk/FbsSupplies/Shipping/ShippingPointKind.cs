using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What a shipping point is.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ShippingPointKind>))]
public readonly record struct ShippingPointKind : IExtensibleEnum<ShippingPointKind, string>
{
    private ShippingPointKind(string value) => Value = value;

    /// <summary>A sorting centre.</summary>
    public static ShippingPointKind SortingCenter { get; } = new("sc");

    /// <summary>A warehouse.</summary>
    public static ShippingPointKind Warehouse { get; } = new("sw");

    /// <summary>A pickup point. Supplies that go there have boxes.</summary>
    public static ShippingPointKind PickupPoint { get; } = new("pp");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ShippingPointKind From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
