using System.Globalization;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// What is known of cards that were given to a <see cref="CardCreator"/>. Each is in exactly one of <see cref="Created"/>, <see cref="Existing"/>, <see cref="Refused"/>,
/// <see cref="Unknown"/> and <see cref="Pending"/>.
/// </summary>
/// <remarks>
/// It never changes; a later one has more in it. It can be stored as JSON (<see cref="CardsJsonContext.CardCreation"/>) and gone on with after a restart:
/// <see cref="CardCreator.ContinueAsync"/>, <see cref="CardCreator.WaitForCardsAsync"/>. It has articles and numbers, not the cards themselves.
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.
/// </remarks>
public sealed record CardCreation
{
    /// <summary>All cards, in the order in which they were given.</summary>
    [JsonRequired]
    public IReadOnlyList<CardCreationRow> Rows { get => field ?? []; init; } = [];

    /// <summary>Where WB's lists ended before; <see langword="null"/>: nothing was sent.</summary>
    public CardCreationMark? Mark { get; init; }

    /// <summary>The cards that WB shows.</summary>
    [JsonIgnore]
    public IReadOnlyList<CardCreationRow> Created => Of(row => row.Outcome == CardCreationOutcome.Created);

    /// <summary>The cards whose articles were there before.</summary>
    [JsonIgnore]
    public IReadOnlyList<CardCreationRow> Existing => Of(row => row.Outcome == CardCreationOutcome.Exists);

    /// <summary>The cards that WB, or the check, does not take; their <see cref="CardCreationRow.Reason"/> says why.</summary>
    [JsonIgnore]
    public IReadOnlyList<CardCreationRow> Refused => Of(row => row.Outcome == CardCreationOutcome.Refused);

    /// <summary>The cards of which nobody can say what became of them; their <see cref="CardCreationRow.Reason"/> says why.</summary>
    [JsonIgnore]
    public IReadOnlyList<CardCreationRow> Unknown => Of(row => row.Outcome == CardCreationOutcome.Unknown);

    /// <summary>The cards that were not sent, and those that WB is still at work on.</summary>
    [JsonIgnore]
    public IReadOnlyList<CardCreationRow> Pending => Of(row => row.Outcome is CardCreationOutcome.NotSent or CardCreationOutcome.Processing);

    /// <summary>Whether every card is there: created now, or before.</summary>
    [JsonIgnore]
    public bool IsDone => Rows.All(row => row.Outcome is CardCreationOutcome.Created or CardCreationOutcome.Exists);

    /// <summary>How many cards are in which state, in one line.</summary>
    /// <returns>For example <c>200 cards: 190 created, 4 existing, 6 refused, 0 unknown, 0 pending</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count} cards: {Created.Count} created, {Existing.Count} existing, {Refused.Count} refused, {Unknown.Count} unknown, {Pending.Count} pending");

    private CardCreationRow[] Of(Func<CardCreationRow, bool> condition) => [.. Rows.Where(condition)];
}
