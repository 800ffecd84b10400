namespace Wildberries.Sdk.Testing;

/// <summary>A size of an emulated product.</summary>
public sealed record EmulatedProductSize
{
    /// <summary>The size's id.</summary>
    public required long SizeId { get; init; }

    /// <summary>The size's name.</summary>
    public string Name { get; init; } = "0";

    /// <summary>Its own price before discounts, in roubles; <see langword="null"/>: that of the product.</summary>
    public int? Price { get; init; }
}
