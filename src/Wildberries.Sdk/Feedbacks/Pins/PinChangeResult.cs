using System.Globalization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>
/// What became of the reviews that were to be pinned or unpinned. Each is in exactly one of <see cref="Done"/>, <see cref="Refused"/>, <see cref="Unknown"/> and
/// <see cref="NotSent"/>.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinChangeResult
{
    /// <summary>All rows, in the order in which they were given.</summary>
    public IReadOnlyList<PinChange> Rows { get => field ?? []; init; } = [];

    /// <summary>Those that are as they should be: WB has done it, or it was so already.</summary>
    public IReadOnlyList<PinChange> Done => Of(PinOutcome.Done, PinOutcome.Unchanged);

    /// <summary>Those that WB has refused, and those that the check has kept back because WB would; they say why.</summary>
    public IReadOnlyList<PinChange> Refused => Of(PinOutcome.Refused);

    /// <summary>Those of which nobody can say what became of them.</summary>
    public IReadOnlyList<PinChange> Unknown => Of(PinOutcome.Unknown);

    /// <summary>Those that WB has not got: they can be sent again.</summary>
    public IReadOnlyList<PinChange> NotSent => Of(PinOutcome.NotSent);

    /// <summary>Whether all are <see cref="Done"/>.</summary>
    public bool IsDone => Rows.All(row => row.Outcome is PinOutcome.Done or PinOutcome.Unchanged);

    /// <summary>How many are in which state, in one line.</summary>
    /// <returns>For example <c>20 reviews: 18 done, 2 refused, 0 unknown, 0 not sent</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count} reviews: {Done.Count} done, {Refused.Count} refused, {Unknown.Count} unknown, {NotSent.Count} not sent");

    private PinChange[] Of(params PinOutcome[] outcomes) => [.. Rows.Where(row => outcomes.Contains(row.Outcome))];
}
