namespace Wildberries.Sdk.Cards;

/// <summary>Where WB's lists ended before the first card was sent: what is new in them comes after it.</summary>
public sealed record CardCreationMark
{
    /// <summary>The card that was changed last; <see langword="null"/>: there was none.</summary>
    public CardsCursor? Cards { get; init; }

    /// <summary>The time of the newest errors; <see langword="null"/>: there were none.</summary>
    public DateTimeOffset? ErrorsSince { get; init; }

    /// <summary>The batches of errors that had this time: WB has whole seconds, in which more can come.</summary>
    public IReadOnlyList<string> ErrorBatches { get => field ?? []; init; } = [];
}
