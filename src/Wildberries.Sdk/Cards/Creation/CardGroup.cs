using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>A new card, or several that are merged.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public sealed record CardGroup : ICheckedRequest
{
    /// <summary>The subject, the same for all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    [JsonPropertyName("subjectID")]
    public required long SubjectId { get; init => field = Argument.Id(value, nameof(SubjectId)); }

    /// <summary>The card; or 2 to 30 cards that are to be merged, which must differ in a characteristic.</summary>
    [JsonPropertyName("variants")]
    public required IReadOnlyList<NewCard> Cards { get => field ?? []; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name) => CardRules.NewCards(Cards, CardRules.MaxGroup, name);
}
