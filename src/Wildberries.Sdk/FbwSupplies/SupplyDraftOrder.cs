using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>In which direction drafts are sorted.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SupplyDraftOrder>))]
public readonly record struct SupplyDraftOrder : IExtensibleEnum<SupplyDraftOrder, string>
{
    private SupplyDraftOrder(string value) => Value = value;

    /// <summary>The earliest first.</summary>
    public static SupplyDraftOrder Ascending { get; } = new("asc");

    /// <summary>The latest first.</summary>
    public static SupplyDraftOrder Descending { get; } = new("desc");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SupplyDraftOrder From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
