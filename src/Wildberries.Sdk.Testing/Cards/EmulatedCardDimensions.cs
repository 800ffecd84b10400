namespace Wildberries.Sdk.Testing;

/// <summary>Size and weight of a product in its packaging.</summary>
public sealed record EmulatedCardDimensions
{
    /// <summary>The length, in centimetres.</summary>
    public int Length { get; init; }

    /// <summary>The width, in centimetres.</summary>
    public int Width { get; init; }

    /// <summary>The height, in centimetres.</summary>
    public int Height { get; init; }

    /// <summary>The weight with the packaging, in kilograms.</summary>
    public decimal GrossWeight { get; init; }

    /// <summary>What WB may add to it, by the member's name, as JSON. An update overwrites it.</summary>
    public IReadOnlyDictionary<string, string> OtherMembers { get; init; } = EmulatedJson.None;
}
