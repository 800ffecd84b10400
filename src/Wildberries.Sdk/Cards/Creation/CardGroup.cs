using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>A new card, or several that are merged.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record CardGroup
{
    /// <summary>The subject, the same for all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    [JsonPropertyName("subjectID")]
    public required long SubjectId { get; init => field = Argument.Id(value, nameof(SubjectId)); }

    /// <summary>The card; or 2 to 30 cards that are to be merged, which must differ in a characteristic.</summary>
    /// <exception cref="ArgumentException">
    /// There is none, or there are more than 30; or one has no article or that of another, a characteristic without id or value, or a blank barcode. The message
    /// names it.
    /// </exception>
    [JsonPropertyName("variants")]
    public required IReadOnlyList<NewCard> Cards { get; init => field = CardRules.NewCards(value, CardRules.MaxGroup); }
}
