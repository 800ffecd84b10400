using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>A page of the cards in the trash.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record TrashedCardsResponse : WildberriesModel
{
    /// <summary>The cards.</summary>
    [JsonRequired]
    [JsonPropertyName("cards")]
    public IReadOnlyList<TrashedCard> Cards { get => field ?? []; init; } = [];

    /// <summary>Where the next page begins.</summary>
    [JsonPropertyName("cursor")]
    public TrashedCardsNextCursor? Cursor { get; init; }
}
