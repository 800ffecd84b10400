using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>How large a product is, as the archive writes it; <see cref="Orders.CargoType"/> elsewhere.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ArchivedCargoType>))]
public readonly record struct ArchivedCargoType : IExtensibleEnum<ArchivedCargoType, string>
{
    private ArchivedCargoType(string value) => Value = value;

    /// <summary>Small (<c>МГТ</c>).</summary>
    public static ArchivedCargoType Small { get; } = new("mgt");

    /// <summary>Oversized (<c>СГТ</c>).</summary>
    public static ArchivedCargoType Oversized { get; } = new("sgt");

    /// <summary>Large (<c>КГТ+</c>).</summary>
    public static ArchivedCargoType Large { get; } = new("kgtPlus");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ArchivedCargoType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
