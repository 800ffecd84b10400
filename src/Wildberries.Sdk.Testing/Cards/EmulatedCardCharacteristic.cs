namespace Wildberries.Sdk.Testing;

/// <summary>A characteristic of a card: its value is a number, if there is one, else the texts.</summary>
public sealed record EmulatedCardCharacteristic
{
    /// <summary>The characteristic's number.</summary>
    public required long Id { get; init; }

    /// <summary>Its texts.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Its number; <see langword="null"/>: it is no number.</summary>
    public decimal? Number { get; init; }

    /// <summary>Its value as JSON, where it is neither texts nor a number.</summary>
    public string? Json { get; init; }

    /// <summary>What WB may add to it, by the member's name, as JSON. An update overwrites it.</summary>
    public IReadOnlyDictionary<string, string> OtherMembers { get; init; } = EmulatedJson.None;
}
