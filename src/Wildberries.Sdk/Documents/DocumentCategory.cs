using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>A kind of document.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
public sealed record DocumentCategory : WildberriesModel
{
    /// <summary>By this documents are asked for: <c>redeem-notification</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Its name for people; documents carry it as <see cref="SellerDocument.Category"/>.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }
}
