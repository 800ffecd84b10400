namespace Wildberries.Sdk.Testing;

/// <summary>A characteristic of a subject.</summary>
public sealed record EmulatedCharacteristic
{
    /// <summary>The characteristic's number.</summary>
    public required long Id { get; init; }

    /// <summary>Its name, in Russian.</summary>
    public required string Name { get; init; }

    /// <summary>What its values are: 1 a list of texts, 4 a number; 0: WB does not use it.</summary>
    public int Type { get; init; } = 1;

    /// <summary>Whether a card must have it: WB refuses a request with a card that does not.</summary>
    public bool IsRequired { get; init; }

    /// <summary>How many texts a card can have of it; 0: any number.</summary>
    public int MaxCount { get; init; }

    /// <summary>The unit of a number, in Russian.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>Whether it is popular with buyers.</summary>
    public bool IsPopular { get; init; }

    /// <summary>Whether it matters to buyers.</summary>
    public bool HasFilter { get; init; }

    /// <summary>Whether merged cards differ by it.</summary>
    public bool IsVariable { get; init; }

    /// <summary>
    /// Whether it is a member of the card and not in the list of characteristics: brand, title, description, size and weight in the packaging, sizes. Among the
    /// characteristics of a card WB finds it an error.
    /// </summary>
    public bool HasNamedField { get; init; }
}
