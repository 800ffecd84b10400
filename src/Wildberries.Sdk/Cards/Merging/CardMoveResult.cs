using System.Globalization;

namespace Wildberries.Sdk.Cards;

/// <summary>What became of cards that were to be merged or separated.</summary>
public sealed record CardMoveResult
{
    /// <summary>All cards, in the order in which they were given.</summary>
    public IReadOnlyList<CardMoveRow> Rows { get => field ?? []; init; } = [];

    /// <summary>The cards that cannot be moved so; their <see cref="CardMoveRow.Reason"/> says why.</summary>
    public IReadOnlyList<CardMoveRow> Refused => Of(CardMoveOutcome.Refused);

    /// <summary>The cards of which nobody can say where they are.</summary>
    public IReadOnlyList<CardMoveRow> Unknown => Of(CardMoveOutcome.Unknown);

    /// <summary>Whether every card is where it was to go.</summary>
    public bool IsDone => Rows.All(row => row.Outcome is CardMoveOutcome.Moved or CardMoveOutcome.Unchanged);

    /// <summary>How many cards are in which state, in one line.</summary>
    /// <returns>For example <c>5 cards: 4 moved, 1 unchanged, 0 refused, 0 unknown, 0 not sent</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count} cards: {Of(CardMoveOutcome.Moved).Length} moved, {Of(CardMoveOutcome.Unchanged).Length} unchanged, {Of(CardMoveOutcome.Refused).Length} refused, "
        + $"{Of(CardMoveOutcome.Unknown).Length} unknown, {Of(CardMoveOutcome.NotSent).Length} not sent");

    private CardMoveRow[] Of(CardMoveOutcome outcome) => [.. Rows.Where(row => row.Outcome == outcome)];
}
