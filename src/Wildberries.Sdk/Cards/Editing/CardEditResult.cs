using System.Globalization;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// What became of the cards that were given to a <see cref="CardEditor"/>: each is in exactly one of <see cref="Changed"/>, <see cref="Unchanged"/>,
/// <see cref="Refused"/>, <see cref="Unknown"/> and <see cref="NotSent"/>.
/// </summary>
public sealed record CardEditResult
{
    /// <summary>Whether nothing was sent, because it was a dry run.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>All cards, in the order in which they were given.</summary>
    public IReadOnlyList<CardEditRow> Rows { get => field ?? []; init; } = [];

    /// <summary>The cards that were changed.</summary>
    public IReadOnlyList<CardEditRow> Changed => Of(CardEditOutcome.Changed);

    /// <summary>The cards of which the edit changed nothing.</summary>
    public IReadOnlyList<CardEditRow> Unchanged => Of(CardEditOutcome.Unchanged);

    /// <summary>The cards that cannot be changed so; their <see cref="CardEditRow.Reason"/> says why.</summary>
    public IReadOnlyList<CardEditRow> Refused => Of(CardEditOutcome.Refused);

    /// <summary>The cards of which nobody can say what became of them; their <see cref="CardEditRow.Reason"/> says why.</summary>
    public IReadOnlyList<CardEditRow> Unknown => Of(CardEditOutcome.Unknown);

    /// <summary>The cards that were not sent: in a dry run, or because the call ended before.</summary>
    public IReadOnlyList<CardEditRow> NotSent => Of(CardEditOutcome.NotSent);

    /// <summary>Whether every card is as the edit wants it: nothing is refused, unknown or not sent.</summary>
    public bool IsDone => Rows.All(row => row.Outcome is CardEditOutcome.Changed or CardEditOutcome.Unchanged);

    /// <summary>How many cards are in which state, in one line.</summary>
    /// <returns>For example <c>300 cards: 280 changed, 18 unchanged, 2 refused, 0 unknown, 0 not sent</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count} cards: {Count(CardEditOutcome.Changed)} changed, {Count(CardEditOutcome.Unchanged)} unchanged, {Count(CardEditOutcome.Refused)} refused, "
        + $"{Count(CardEditOutcome.Unknown)} unknown, {Count(CardEditOutcome.NotSent)} not sent");

    private CardEditRow[] Of(CardEditOutcome outcome) => [.. Rows.Where(row => row.Outcome == outcome)];

    private int Count(CardEditOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}
