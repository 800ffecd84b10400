using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Whether an order leaves the country.</summary>
/// <remarks>A supply takes orders of one kind. Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<CrossBorderType>))]
public readonly record struct CrossBorderType : IExtensibleEnum<CrossBorderType, int>
{
    private CrossBorderType(int value) => Value = value;

    /// <summary>Within the country.</summary>
    public static CrossBorderType Local { get; } = new(0);

    /// <summary>To another country.</summary>
    public static CrossBorderType CrossBorder { get; } = new(1);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static CrossBorderType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
