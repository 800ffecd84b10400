using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>New cards that are merged with a card or a group that there is.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record AddCardsRequest
{
    /// <summary>The card or the group: <see cref="Card.ImtId"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    [JsonPropertyName("imtID")]
    public required long ImtId { get; init => field = Argument.Id(value, nameof(ImtId)); }

    /// <summary>The new cards: 1 to 29, for a group has at most 30 with those that are in it.</summary>
    /// <exception cref="ArgumentException">
    /// There is none, or there are more than 29; or one has no article or that of another, a characteristic without id or value, or a blank barcode. The message
    /// names it.
    /// </exception>
    [JsonPropertyName("cardsToAdd")]
    public required IReadOnlyList<NewCard> Cards { get; init => field = CardRules.NewCards(value, CardRules.MaxGroup - 1); }
}
