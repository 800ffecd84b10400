namespace Wildberries.Sdk.Testing;

/// <summary>A brand that products of a subject can be of.</summary>
public sealed record EmulatedBrand
{
    /// <summary>The brand's number.</summary>
    public required long Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The address of its logo.</summary>
    public string LogoUrl { get; init; } = "";
}
