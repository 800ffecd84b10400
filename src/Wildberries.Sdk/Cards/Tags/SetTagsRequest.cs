using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>All tags that a card is to have.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
public sealed record SetTagsRequest
{
    /// <summary>The product's number at WB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    [JsonPropertyName("nmID")]
    public required long NmId { get; init => field = Argument.Id(value, nameof(NmId)); }

    /// <summary>The tags, at most 15: those that are on the card and not here are taken off. None: all are taken off.</summary>
    /// <exception cref="ArgumentException">There are more than 15, or an id is not positive.</exception>
    [JsonPropertyName("tagsIDs")]
    public required IReadOnlyList<long> TagIds { get; init => field = CardRules.Ids(value, 0, CardRules.MaxTags); }
}
