using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>By what drafts are sorted.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SupplyDraftSort>))]
public readonly record struct SupplyDraftSort : IExtensibleEnum<SupplyDraftSort, string>
{
    private SupplyDraftSort(string value) => Value = value;

    /// <summary>By the time of their creation.</summary>
    public static SupplyDraftSort CreatedAt { get; } = new("createDt");

    /// <summary>By the time of their last change.</summary>
    public static SupplyDraftSort UpdatedAt { get; } = new("updateDt");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SupplyDraftSort From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
