using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>The kinds of documents.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
public sealed record DocumentCategories : WildberriesModel
{
    /// <summary>The kinds.</summary>
    [JsonPropertyName("categories")]
    public IReadOnlyList<DocumentCategory> Categories { get => field ?? []; init; } = [];
}
