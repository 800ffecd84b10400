using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Which cards to get, in which order, and from where on.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardsSettings
{
    /// <summary>The order; <see langword="null"/>: those that were changed last come first.</summary>
    [JsonPropertyName("sort")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardsSort? Sort { get; init; }

    /// <summary>Which cards; <see langword="null"/>: all.</summary>
    [JsonPropertyName("filter")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardsFilter? Filter { get; init; }

    /// <summary>How many cards, and from where on.</summary>
    [JsonPropertyName("cursor")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardsCursor? Cursor { get; init; }
}
