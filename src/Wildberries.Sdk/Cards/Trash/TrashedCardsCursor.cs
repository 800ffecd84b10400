using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>How many cards of the trash to get, and from where on: what <see cref="TrashedCardsNextCursor"/> of the page before said.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record TrashedCardsCursor
{
    /// <summary>How many cards at most: 1 to 100; <see langword="null"/>: 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not that.</exception>
    [JsonPropertyName("limit")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Limit { get; init => field = Argument.Limit(value, CardRules.MaxPage); }

    /// <summary><see cref="TrashedCardsNextCursor.TrashedAt"/> of the page before, letter by letter; <see langword="null"/> for the first page.</summary>
    [JsonPropertyName("trashedAt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TrashedAt { get; init; }

    /// <summary><see cref="TrashedCardsNextCursor.NmId"/> of the page before; <see langword="null"/> for the first page.</summary>
    [JsonPropertyName("nmID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? NmId { get; init; }
}
