using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>By what documents are sorted.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<DocumentSort>))]
public readonly record struct DocumentSort : IExtensibleEnum<DocumentSort, string>
{
    private DocumentSort(string value) => Value = value;

    /// <summary>By the time of their creation.</summary>
    public static DocumentSort CreatedAt { get; } = new("date");

    /// <summary>By the name of their category; only in Russian.</summary>
    public static DocumentSort Category { get; } = new("category");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static DocumentSort From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
