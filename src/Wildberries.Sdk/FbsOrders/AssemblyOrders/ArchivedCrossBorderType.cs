using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Whether an order left the country, as the archive writes it; <see cref="Orders.CrossBorderType"/> elsewhere.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ArchivedCrossBorderType>))]
public readonly record struct ArchivedCrossBorderType : IExtensibleEnum<ArchivedCrossBorderType, string>
{
    private ArchivedCrossBorderType(string value) => Value = value;

    /// <summary>Within the country.</summary>
    public static ArchivedCrossBorderType Local { get; } = new("local");

    /// <summary>To another country.</summary>
    public static ArchivedCrossBorderType CrossBorder { get; } = new("crossBorder");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ArchivedCrossBorderType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
