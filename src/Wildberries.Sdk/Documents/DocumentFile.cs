using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>A document in one format.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
public sealed record DocumentFile
{
    /// <summary>The document: <see cref="SellerDocument.ServiceName"/>.</summary>
    [JsonPropertyName("serviceName")]
    public required string ServiceName { get; init; }

    /// <summary>The format: one of <see cref="SellerDocument.Extensions"/>.</summary>
    [JsonPropertyName("extension")]
    public required string Extension { get; init; }
}
