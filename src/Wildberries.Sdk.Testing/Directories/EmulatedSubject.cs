namespace Wildberries.Sdk.Testing;

/// <summary>A subject: a kind of products that a card can be of.</summary>
/// <remarks>Names are in Russian; <see cref="EmulatedDirectories.Translate"/> says what they are in other languages.</remarks>
public sealed record EmulatedSubject
{
    /// <summary>The subject's number.</summary>
    public required long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "Предмет";

    /// <summary>The number of the parent category.</summary>
    public long ParentId { get; init; } = 1;

    /// <summary>The name of the parent category.</summary>
    public string ParentName { get; init; } = "Категория";

    /// <summary>What a card of it has, and what it must have.</summary>
    public IReadOnlyList<EmulatedCharacteristic> Characteristics { get; init; } = [];

    /// <summary>The HS codes (<c>ТНВЭД</c>) that its products can have.</summary>
    public IReadOnlyList<EmulatedProductCode> TnvedCodes { get; init; } = [];

    /// <summary>The OKPD2 codes that its products can have.</summary>
    public IReadOnlyList<EmulatedProductCode> Okpd2Codes { get; init; } = [];

    /// <summary>The brands that its products can be of. None: WB answers that it found none; a card can have any brand nevertheless.</summary>
    public IReadOnlyList<EmulatedBrand> Brands { get; init; } = [];

    /// <summary>Whether its products need a marking code: a card that the seller does not confirm it for does not pass the check of documents.</summary>
    public bool IsMarkingRequired { get; init; }

    /// <summary>Whether the seller may sell products of it.</summary>
    public bool IsAllowed { get; init; } = true;
}
