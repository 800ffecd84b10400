using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Batches of cards with errors.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardErrors : WildberriesModel
{
    /// <summary>The batches.</summary>
    [JsonRequired]
    [JsonPropertyName("items")]
    public IReadOnlyList<CardErrorBatch> Batches { get => field ?? []; init; } = [];

    /// <summary>Where the next page begins, and whether there is one.</summary>
    [JsonPropertyName("cursor")]
    public CardErrorsNextCursor? Cursor { get; init; }
}
