using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Where the next page of errors begins: <see cref="CardErrorsCursor"/> takes it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardErrorsNextCursor : WildberriesModel
{
    /// <summary>Whether there is a next page; <see langword="null"/>: WB does not say.</summary>
    [JsonPropertyName("next")]
    public bool? HasNext { get; init; }

    /// <summary>The time of the last batch of the page, exactly as WB writes it.</summary>
    [JsonPropertyName("updatedAt")]
    public string? UpdatedAt { get; init; }

    /// <summary>The last batch of the page.</summary>
    [JsonPropertyName("batchUUID")]
    public string? BatchId { get; init; }
}
