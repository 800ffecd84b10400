using System.Text;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>A file within an answer.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
public sealed record DocumentFileContent : WildberriesModel
{
    /// <summary>The name as WB writes it.</summary>
    [JsonPropertyName("fileName")]
    public string? FileName { get; init; }

    /// <summary>The format.</summary>
    [JsonPropertyName("extension")]
    public string? Extension { get; init; }

    /// <summary>The file in base64.</summary>
    [JsonPropertyName("document")]
    public string? Document { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"FileName = {FileName}, Extension = {Extension}");
        return true;
    }
}
