using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>A page of documents.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
public sealed record DocumentsResponse : WildberriesModel
{
    /// <summary>The documents.</summary>
    [JsonPropertyName("data")]
    public DocumentList? Data { get; init; }
}
