using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Which cards of the trash to get, in which order, and from where on.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record TrashedCardsSettings
{
    /// <summary>The order; <see langword="null"/>: those that came into the trash last come first.</summary>
    [JsonPropertyName("sort")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardsSort? Sort { get; init; }

    /// <summary>How many cards, and from where on.</summary>
    [JsonPropertyName("cursor")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrashedCardsCursor? Cursor { get; init; }

    /// <summary>Which cards; <see langword="null"/>: all.</summary>
    [JsonPropertyName("filter")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrashedCardsFilter? Filter { get; init; }
}
