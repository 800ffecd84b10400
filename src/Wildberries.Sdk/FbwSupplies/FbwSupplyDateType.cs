using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>By which of its dates a supply is looked for.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<FbwSupplyDateType>))]
public readonly record struct FbwSupplyDateType : IExtensibleEnum<FbwSupplyDateType, string>
{
    private FbwSupplyDateType(string value) => Value = value;

    /// <summary>When it was in fact handed over.</summary>
    public static FbwSupplyDateType Actual { get; } = new("factDate");

    /// <summary>When it was created.</summary>
    public static FbwSupplyDateType Created { get; } = new("createDate");

    /// <summary>When it was to be handed over.</summary>
    public static FbwSupplyDateType Planned { get; } = new("supplyDate");

    /// <summary>When it was changed last. A supply that was never changed has no such date.</summary>
    public static FbwSupplyDateType Updated { get; } = new("updatedDate");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static FbwSupplyDateType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
