namespace Wildberries.Sdk.Feedbacks;

/// <summary>What became of one of the reviews that were to be pinned or unpinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinChange
{
    /// <summary>The row's place among those that were given, from 0 on; of a pin that was given twice, the first.</summary>
    public int Index { get; init; }

    /// <summary>The review; empty where a pin was to go of which WB does not tell it.</summary>
    public string FeedbackId { get => field ?? ""; init; } = "";

    /// <summary>The pin; <see langword="null"/>: there is none, or WB does not tell it.</summary>
    public long? PinId { get; init; }

    /// <summary>Where it was to be pinned; the default value where a pin was to go of which WB does not tell it.</summary>
    public PinPlace Place { get; init; }

    /// <summary>What became of it.</summary>
    public PinOutcome Outcome { get; init; }

    /// <summary>WB's word for the reason, or the word that WB would have for what was found before it was sent; the default value if there is none.</summary>
    public PinErrorStatus Reason { get; init; }

    /// <summary>
    /// Why it was refused or why nobody knows: in WB's words, or in the SDK's where WB says nothing more. <see langword="null"/> if all is well.
    /// </summary>
    public string? ErrorText { get; init; }

    /// <summary>WB's errors of this row.</summary>
    public IReadOnlyList<PinError> Errors { get => field ?? []; init; } = [];
}
