using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Which page of the cards in the trash to get.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record TrashedCardsRequest
{
    /// <summary>Order, filter and cursor; <see langword="null"/>: the ten cards that came into the trash last.</summary>
    [JsonPropertyName("settings")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrashedCardsSettings? Settings { get; init; }
}
