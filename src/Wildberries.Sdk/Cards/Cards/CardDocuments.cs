using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>The documents about a product, and what WB found.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardDocuments : WildberriesModel
{
    /// <summary>The documents.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<CardDocument> Items { get => field ?? []; init; } = [];

    /// <summary>What WB found about all of them; <see langword="null"/>: nothing yet.</summary>
    [JsonPropertyName("overallVerdict")]
    public CardVerdict? OverallVerdict { get; init; }

    /// <summary>WB's flag of this name, of which its page says no more. It is written back as it came.</summary>
    [JsonPropertyName("excludeDocuments")]
    public bool? ExcludeDocuments { get; init; }
}
