namespace Wildberries.Sdk.Testing;

/// <summary>A tag of the seller.</summary>
public sealed record EmulatedTag
{
    /// <summary>The tag's number; 0: the next one.</summary>
    public long Id { get; init; }

    /// <summary>Its name, at most 15 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Its colour: <c>D1CFD7</c>, <c>FEE0E0</c>, <c>ECDAFF</c>, <c>E4EAFF</c>, <c>DEF1DD</c> or <c>FFECC7</c>.</summary>
    public string Color { get; init; } = "D1CFD7";
}
