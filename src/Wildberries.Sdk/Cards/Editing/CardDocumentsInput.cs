using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>The documents that a card is to have.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardDocumentsInput : WildberriesModel
{
    /// <summary>The documents, all of them.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<CardDocumentInput> Items { get => field ?? []; init; } = [];

    /// <summary>WB's flag of this name, of which its page says no more.</summary>
    [JsonPropertyName("excludeDocuments")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ExcludeDocuments { get; init; }
}
