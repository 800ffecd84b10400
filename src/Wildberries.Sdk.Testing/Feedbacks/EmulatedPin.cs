namespace Wildberries.Sdk.Testing;

/// <summary>A pinned review, or one that WB has unpinned by itself.</summary>
public sealed record EmulatedPin
{
    /// <summary>The pin's id.</summary>
    public required long Id { get; init; }

    /// <summary>The review.</summary>
    public required string FeedbackId { get; init; }

    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The number of its group of merged cards.</summary>
    public required long ImtId { get; init; }

    /// <summary>Where it is pinned, in WB's values: <c>nm</c> (a card) or <c>imt</c> (a group of merged cards).</summary>
    public required string Place { get; init; }

    /// <summary>What pays for it, in WB's values: <c>subscription</c> or <c>tariff</c>.</summary>
    public required string Method { get; init; }

    /// <summary>When it was pinned.</summary>
    public required DateTimeOffset PinnedAt { get; init; }

    /// <summary>When WB unpinned it; <see langword="null"/>: it is pinned.</summary>
    public DateTimeOffset? UnpinnedAt { get; init; }

    /// <summary>Why WB unpinned it, in its values, for example <c>sysLimitReached</c>; <see langword="null"/>: it is pinned.</summary>
    public string? UnpinCause { get; init; }
}
