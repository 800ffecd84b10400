using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>The order of cards: by the time of the last change, or in the trash by the time when they came there.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardsSort
{
    /// <summary>
    /// <see langword="true"/>: the oldest first, so that the last cursor can be kept and asked later for what is new; <see langword="null"/>: the newest first.
    /// </summary>
    [JsonPropertyName("ascending")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsAscending { get; init; }
}
