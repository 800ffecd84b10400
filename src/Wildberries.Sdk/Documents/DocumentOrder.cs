using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>In which direction documents are sorted.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<DocumentOrder>))]
public readonly record struct DocumentOrder : IExtensibleEnum<DocumentOrder, string>
{
    private DocumentOrder(string value) => Value = value;

    /// <summary>The latest first.</summary>
    public static DocumentOrder Descending { get; } = new("desc");

    /// <summary>The earliest first.</summary>
    public static DocumentOrder Ascending { get; } = new("asc");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static DocumentOrder From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
