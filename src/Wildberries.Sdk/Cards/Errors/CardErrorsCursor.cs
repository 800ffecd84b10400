using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>How many batches of errors to get, and from where on: what <see cref="CardErrorsNextCursor"/> of the page before said.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardErrorsCursor
{
    /// <summary>How many batches at most: 1 to 100; <see langword="null"/>: 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not that.</exception>
    [JsonPropertyName("limit")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Limit { get; init => field = Argument.Limit(value, CardRules.MaxPage); }

    /// <summary><see cref="CardErrorsNextCursor.UpdatedAt"/> of the page before, letter by letter; <see langword="null"/> for the first page.</summary>
    [JsonPropertyName("updatedAt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UpdatedAt { get; init; }

    /// <summary><see cref="CardErrorsNextCursor.BatchId"/> of the page before; <see langword="null"/> for the first page.</summary>
    [JsonPropertyName("batchUUID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BatchId { get; init; }
}
