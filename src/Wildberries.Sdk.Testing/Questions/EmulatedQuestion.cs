using System.Globalization;

namespace Wildberries.Sdk.Testing;

/// <summary>A buyer's question: what the buyer asks, and what has become of it at the moment of asking.</summary>
public sealed record EmulatedQuestion
{
    /// <summary>The question's id; empty: a new one in WB's shape.</summary>
    public string Id { get; init; } = "";

    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The number of its group of merged cards; 0: the same as <see cref="NmId"/>.</summary>
    public long ImtId { get; init; }

    /// <summary>What the buyer asks.</summary>
    public required string Text { get; init; }

    /// <summary>The product's name.</summary>
    public string ProductName { get; init; } = "Товар";

    /// <summary>The seller's own number of it.</summary>
    public string VendorCode { get; init; } = "art-1";

    /// <summary>Its brand.</summary>
    public string BrandName { get; init; } = "Тёплый дом";

    /// <summary>Whether WB holds it for suspicious.</summary>
    public bool IsSuspicious { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>Whether the seller has looked at it.</summary>
    public bool WasViewed { get; internal init; }

    /// <summary>What the seller said; <see langword="null"/>: nothing.</summary>
    public string? Answer { get; internal init; }

    /// <summary>Whether the seller rejected the question; <see cref="Answer"/> then says why.</summary>
    public bool IsRejected { get; internal init; }

    /// <summary>When it was answered first; <see langword="null"/>: not yet.</summary>
    public DateTimeOffset? AnsweredAt { get; internal init; }

    /// <summary>Whether the answer can still be changed: once, within 60 days.</summary>
    public bool IsAnswerEditable { get; internal init; }

    /// <summary>The order in which they were asked, where times are the same.</summary>
    internal int Number { get; init; }

    /// <summary>Whether the answer was changed.</summary>
    internal bool IsEdited { get; init; }

    /// <summary>The question without what the buyer asked.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"question {Id} about {NmId} at {CreatedAt:O}");
}
