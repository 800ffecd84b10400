namespace Wildberries.Sdk.Testing;

/// <summary>A document about a product.</summary>
public sealed record EmulatedCardDocument
{
    /// <summary>The document's id at WB.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString();

    /// <summary>What kind of document it is: 1 to 5 and 7 to 9; <see langword="null"/>: the card does not say.</summary>
    public int? Type { get; init; }

    /// <summary>The document's number.</summary>
    public string? Number { get; init; }

    /// <summary>The product's number in it.</summary>
    public string? ProductNumber { get; init; }

    /// <summary>The product's trade name in it.</summary>
    public string? TradeName { get; init; }

    /// <summary>Who applied for it.</summary>
    public string? Applicant { get; init; }

    /// <summary>From when it holds.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Until when it holds.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Whether it holds without an end.</summary>
    public bool? IsEndless { get; init; }

    /// <summary>What WB may add to it, by the member's name, as JSON. An update overwrites it.</summary>
    public IReadOnlyDictionary<string, string> OtherMembers { get; init; } = EmulatedJson.None;

    /// <summary>Whether it passed WB's check; <see langword="null"/>: WB has not checked it yet.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Why it did not pass, for example <c>document_not_found</c>; <see langword="null"/>: there is no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was added; <see langword="null"/>: now.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When WB checked it.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Whether it says the same as another, whatever WB thinks of them.</summary>
    internal bool SaysTheSameAs(EmulatedCardDocument other) =>
        (Type, Number, ProductNumber, TradeName, Applicant, StartDate, EndDate, IsEndless)
        == (other.Type, other.Number, other.ProductNumber, other.TradeName, other.Applicant, other.StartDate, other.EndDate, other.IsEndless);
}
