using System.Globalization;

namespace Wildberries.Sdk.Cards;

/// <summary>What became of the cards whose media were to be replaced by links.</summary>
public sealed record MediaReplacementResult
{
    /// <summary>All cards, in the order in which they were given.</summary>
    public IReadOnlyList<MediaReplacement> Rows { get => field ?? []; init; } = [];

    /// <summary>Whether all cards have the files of their links.</summary>
    public bool IsDone => Rows.All(row => row.Outcome == MediaReplacementOutcome.Replaced);

    /// <summary>How many cards are in which state, in one line.</summary>
    /// <returns>For example <c>12 cards: 10 replaced, 2 not taken</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows.Count} cards: {Counts()}");

    private string Counts() => string.Join(", ", Rows.GroupBy(row => row.Outcome).OrderByDescending(group => group.Count()).Select(
        group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Words(group.Key)}")));

    private static string Words(MediaReplacementOutcome outcome) => outcome switch
    {
        MediaReplacementOutcome.Replaced => "replaced",
        MediaReplacementOutcome.Unfit => "unfit",
        MediaReplacementOutcome.Refused => "refused",
        MediaReplacementOutcome.Incomplete => "incomplete",
        MediaReplacementOutcome.NotTaken => "not taken",
        MediaReplacementOutcome.NotSent => "not sent",
        _ => "unknown",
    };
}
