using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>How far a supply to a WB warehouse has come.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<FbwSupplyStatus>))]
public readonly record struct FbwSupplyStatus : IExtensibleEnum<FbwSupplyStatus, int>
{
    private FbwSupplyStatus(int value) => Value = value;

    /// <summary>An order of a supply that has no date yet.</summary>
    public static FbwSupplyStatus NotPlanned { get; } = new(1);

    /// <summary>It has a date and a warehouse.</summary>
    public static FbwSupplyStatus Planned { get; } = new(2);

    /// <summary>The warehouse lets it be unloaded.</summary>
    public static FbwSupplyStatus UnloadingAllowed { get; } = new(3);

    /// <summary>The warehouse is accepting it.</summary>
    public static FbwSupplyStatus Accepting { get; } = new(4);

    /// <summary>The warehouse has accepted it.</summary>
    public static FbwSupplyStatus Accepted { get; } = new(5);

    /// <summary>It was unloaded at the gate, and acceptance has not begun.</summary>
    public static FbwSupplyStatus UnloadedAtGate { get; } = new(6);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static FbwSupplyStatus From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
