using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>Which cards to merge, or to separate.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record MoveCardsRequest
{
    /// <summary>
    /// Where the cards are to go: <see cref="Card.ImtId"/> of a card or a group that there is; <see langword="null"/>: they are separated from the others of
    /// their group. Several that are separated at once make one new group together.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    [JsonPropertyName("targetIMT")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TargetImtId { get; init => field = value is { } id ? Argument.Id(id, nameof(TargetImtId)) : null; }

    /// <summary>The products' numbers at WB: 1 to 30, of one subject.</summary>
    /// <exception cref="ArgumentException">There is none, or there are more than 30, or one is not positive.</exception>
    [JsonPropertyName("nmIDs")]
    public required IReadOnlyList<long> NmIds { get; init => field = CardRules.Ids(value, 1, CardRules.MaxGroup); }
}
