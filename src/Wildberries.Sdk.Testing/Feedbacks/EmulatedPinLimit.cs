namespace Wildberries.Sdk.Testing;

/// <summary>How many reviews the seller can pin.</summary>
public sealed record EmulatedPinLimit
{
    /// <summary>How many in one card, or in one group of merged cards.</summary>
    /// <value>The default is 2.</value>
    public int PerUnit { get; init; } = 2;

    /// <summary>How many in all.</summary>
    /// <value>The default is 15.</value>
    public int Total { get; init; } = 15;

    /// <summary>Whether there can be any number in all.</summary>
    public bool IsUnlimited { get; init; }
}
