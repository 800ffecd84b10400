namespace Wildberries.Sdk.Testing;

/// <summary>A colour that a card can have.</summary>
public sealed record EmulatedColor
{
    /// <summary>Its name, in Russian.</summary>
    public required string Name { get; init; }

    /// <summary>The colour that it is a shade of, in Russian.</summary>
    public string ParentName { get; init; } = "";
}
