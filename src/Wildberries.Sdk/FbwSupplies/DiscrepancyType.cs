using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>How what arrived differs from what was declared.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<DiscrepancyType>))]
public readonly record struct DiscrepancyType : IExtensibleEnum<DiscrepancyType, string>
{
    private DiscrepancyType(string value) => Value = value;

    /// <summary>More arrived.</summary>
    public static DiscrepancyType Surplus { get; } = new("surplus");

    /// <summary>Less arrived.</summary>
    public static DiscrepancyType Shortage { get; } = new("shortage");

    /// <summary>Another product arrived.</summary>
    public static DiscrepancyType Resorting { get; } = new("re-sorting");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static DiscrepancyType From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
