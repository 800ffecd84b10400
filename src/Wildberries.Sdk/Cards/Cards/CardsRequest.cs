using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Which page of the cards to get.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardsRequest
{
    /// <summary>Order, filter and cursor; <see langword="null"/>: the ten cards that were changed last.</summary>
    [JsonPropertyName("settings")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardsSettings? Settings { get; init; }
}
