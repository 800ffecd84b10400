using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>How large a product is, as WB's logistics sees it.</summary>
/// <remarks>A supply takes orders of one cargo type; one that has no orders yet has 0. Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<CargoType>))]
public readonly record struct CargoType : IExtensibleEnum<CargoType, int>
{
    private CargoType(int value) => Value = value;

    /// <summary>None: a supply that has no orders yet.</summary>
    public static CargoType None { get; } = new(0);

    /// <summary>Small (<c>МГТ</c>).</summary>
    public static CargoType Small { get; } = new(1);

    /// <summary>Oversized (<c>СГТ</c>).</summary>
    public static CargoType Oversized { get; } = new(2);

    /// <summary>Large (<c>КГТ+</c>).</summary>
    public static CargoType Large { get; } = new(3);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static CargoType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
