using System.Globalization;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// What became of the files that cards were to get: each is in exactly one of <see cref="Uploaded"/>, <see cref="Unfit"/>, <see cref="Refused"/>, <see cref="Unknown"/> and
/// <see cref="NotSent"/>.
/// </summary>
public sealed record CardMediaResult
{
    /// <summary>All files, in the order in which they were given.</summary>
    public IReadOnlyList<CardMediaRow> Rows { get => field ?? []; init; } = [];

    /// <summary>The files that WB took.</summary>
    public IReadOnlyList<CardMediaRow> Uploaded => Of(CardMediaOutcome.Uploaded);

    /// <summary>The files that were not sent, because WB would not take them.</summary>
    public IReadOnlyList<CardMediaRow> Unfit => Of(CardMediaOutcome.Unfit);

    /// <summary>The files that WB does not take.</summary>
    public IReadOnlyList<CardMediaRow> Refused => Of(CardMediaOutcome.Refused);

    /// <summary>The files of which nobody can say whether their cards have them.</summary>
    public IReadOnlyList<CardMediaRow> Unknown => Of(CardMediaOutcome.Unknown);

    /// <summary>The files that were not sent for another reason than their own.</summary>
    public IReadOnlyList<CardMediaRow> NotSent => Of(CardMediaOutcome.NotSent);

    /// <summary>Whether all files were uploaded.</summary>
    public bool IsDone => Rows.All(row => row.Outcome == CardMediaOutcome.Uploaded);

    /// <summary>How many files are in which state, in one line.</summary>
    /// <returns>For example <c>200 files: 196 uploaded, 1 unfit, 1 refused, 0 unknown, 2 not sent</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count} files: {Count(CardMediaOutcome.Uploaded)} uploaded, {Count(CardMediaOutcome.Unfit)} unfit, {Count(CardMediaOutcome.Refused)} refused, "
        + $"{Count(CardMediaOutcome.Unknown)} unknown, {Count(CardMediaOutcome.NotSent)} not sent");

    private CardMediaRow[] Of(CardMediaOutcome outcome) => [.. Rows.Where(row => row.Outcome == outcome)];

    private int Count(CardMediaOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}
