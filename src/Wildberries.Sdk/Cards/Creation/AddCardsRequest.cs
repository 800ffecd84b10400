using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>New cards that are merged with a card or a group that there is.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record AddCardsRequest : ICheckedRequest
{
    /// <summary>The card or the group: <see cref="Card.ImtId"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    [JsonPropertyName("imtID")]
    public required long ImtId { get; init => field = Argument.Id(value, nameof(ImtId)); }

    /// <summary>The new cards: 1 to 29, for a group has at most 30 with those that are in it.</summary>
    [JsonPropertyName("cardsToAdd")]
    public required IReadOnlyList<NewCard> Cards { get => field ?? []; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name) => CardRules.NewCards(Cards, CardRules.MaxGroup - 1, name);
}
