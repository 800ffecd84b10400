using System.Globalization;

namespace Wildberries.Sdk.Cards;

/// <summary>What was found when new cards were checked.</summary>
public sealed record CardCheckResult
{
    /// <summary>All cards, in the order in which they were given.</summary>
    public IReadOnlyList<CardCheckRow> Rows { get => field ?? []; init; } = [];

    /// <summary>The cards that would not be sent.</summary>
    public IReadOnlyList<CardCheckRow> Refused => [.. Rows.Where(row => row.IsRefused)];

    /// <summary>The cards that would be sent, though something about them is doubtful.</summary>
    public IReadOnlyList<CardCheckRow> Doubtful => [.. Rows.Where(row => !row.IsRefused && row.Problems.Count > 0)];

    /// <summary>Whether all cards would be sent.</summary>
    public bool IsFine => !Rows.Any(row => row.IsRefused);

    /// <summary>How many cards are in which state, in one line.</summary>
    /// <returns>For example <c>200 cards: 190 fine, 6 doubtful, 4 refused</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count} cards: {Rows.Count - Doubtful.Count - Refused.Count} fine, {Doubtful.Count} doubtful, {Refused.Count} refused");
}
