using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Documents;

/// <summary>Documents that are to come in one archive.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
public sealed record DocumentsDownloadRequest : ICheckedRequest
{
    /// <summary>The files, 1 to 50.</summary>
    [JsonPropertyName("params")]
    public required IReadOnlyList<DocumentFile> Files { get; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        ArgumentNullException.ThrowIfNull(Files, name);
        Argument.Count(Files.Count, 1, DocumentLimits.MaxFiles, "files", name);
        Argument.Rows(
            Files,
            static file => file.ServiceName,
            static file => string.IsNullOrWhiteSpace(file.ServiceName) ? "the document is blank" : string.IsNullOrWhiteSpace(file.Extension) ? "the format is blank" : null,
            name);
    }
}
