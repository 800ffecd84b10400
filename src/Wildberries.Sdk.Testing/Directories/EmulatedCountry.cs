namespace Wildberries.Sdk.Testing;

/// <summary>A country that a product can come from.</summary>
public sealed record EmulatedCountry
{
    /// <summary>The country's number.</summary>
    public required long Id { get; init; }

    /// <summary>Its name, as a card takes it, in Russian.</summary>
    public required string Name { get; init; }

    /// <summary>Its full name, in Russian.</summary>
    public string FullName { get; init; } = "";
}
