namespace Wildberries.Sdk.Cards;

/// <summary>Where WB's lists ended before the first card was sent: what is new in them comes after it.</summary>
public sealed record CardCreationMark
{
    /// <summary>The card that was changed last; <see langword="null"/>: there was none.</summary>
    public CardsCursor? Cards { get; init; }

    /// <summary>The time of the newest errors; <see langword="null"/>: there were none.</summary>
    public DateTimeOffset? ErrorsSince { get; init; }

    /// <summary>What the list of errors said about these articles before, a digest for each entry: it is no news, whatever time WB gives it later.</summary>
    public IReadOnlyList<string> KnownErrors { get => field ?? []; init; } = [];
}
