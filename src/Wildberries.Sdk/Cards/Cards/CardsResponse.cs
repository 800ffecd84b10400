using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A page of cards.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardsResponse : WildberriesModel
{
    /// <summary>The cards.</summary>
    [JsonRequired]
    [JsonPropertyName("cards")]
    public IReadOnlyList<Card> Cards { get => field ?? []; init; } = [];

    /// <summary>Where the next page begins.</summary>
    [JsonPropertyName("cursor")]
    public CardsNextCursor? Cursor { get; init; }
}
