using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Where small products go back to.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<AutoReturnMode>))]
public readonly record struct AutoReturnMode : IExtensibleEnum<AutoReturnMode, string>
{
    private AutoReturnMode(string value) => Value = value;

    /// <summary>All to WB's warehouse, but for those of subjects that WB does not store.</summary>
    public static AutoReturnMode AllToWarehouse { get; } = new("allToWarehouse");

    /// <summary>All to the pickup point.</summary>
    public static AutoReturnMode AllToPickupPoint { get; } = new("allToPickupPoint");

    /// <summary>As is set for each size.</summary>
    public static AutoReturnMode Manual { get; } = new("manual");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static AutoReturnMode From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
