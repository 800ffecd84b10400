using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>A file as WB answers it. <see cref="DocumentsApiExtensions.DownloadAsync"/> decodes it as it arrives; this is for small ones.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
public sealed record DocumentFileResponse : WildberriesModel
{
    /// <summary>The file.</summary>
    [JsonPropertyName("data")]
    public DocumentFileContent? Data { get; init; }
}
