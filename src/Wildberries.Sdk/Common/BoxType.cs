using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>How the products of a supply are packed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/supplyRates"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<BoxType>))]
public readonly record struct BoxType : IExtensibleEnum<BoxType, int>
{
    private BoxType(int value) => Value = value;

    /// <summary>Boxes.</summary>
    public static BoxType Boxes { get; } = new(2);

    /// <summary>Monopallets.</summary>
    public static BoxType Monopallets { get; } = new(5);

    /// <summary>Supersafe.</summary>
    public static BoxType Supersafe { get; } = new(6);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static BoxType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
