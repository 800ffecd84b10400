using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>How the products of a supply to a WB warehouse are packed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<FbwSupplyBoxType>))]
public readonly record struct FbwSupplyBoxType : IExtensibleEnum<FbwSupplyBoxType, int>
{
    private FbwSupplyBoxType(int value) => Value = value;

    /// <summary>Not at all: the supply exists on paper only (<see cref="FbwVirtualSupplyType"/>).</summary>
    public static FbwSupplyBoxType Virtual { get; } = new(0);

    /// <summary>Boxes, too: WB has two numbers for them.</summary>
    public static FbwSupplyBoxType OtherBoxes { get; } = new(1);

    /// <summary>Boxes.</summary>
    public static FbwSupplyBoxType Boxes { get; } = new(2);

    /// <summary>Monopallets.</summary>
    public static FbwSupplyBoxType Monopallets { get; } = new(5);

    /// <summary>Supersafe.</summary>
    public static FbwSupplyBoxType Supersafe { get; } = new(6);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static FbwSupplyBoxType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
