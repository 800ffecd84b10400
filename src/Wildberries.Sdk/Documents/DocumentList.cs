using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>Documents.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
public sealed record DocumentList : WildberriesModel
{
    /// <summary>The documents.</summary>
    [JsonPropertyName("documents")]
    public IReadOnlyList<SellerDocument> Documents { get => field ?? []; init; } = [];
}
