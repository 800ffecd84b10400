namespace Wildberries.Sdk.Testing;

/// <summary>A size of a card.</summary>
public sealed record EmulatedCardSize
{
    /// <summary>The size's number; 0: the next one.</summary>
    public long ChrtId { get; init; }

    /// <summary>The size as the maker says it; <c>0</c> for a product without sizes.</summary>
    public string TechSize { get; init; } = "0";

    /// <summary>The Russian size; <see langword="null"/>: there is none.</summary>
    public string? WbSize { get; init; }

    /// <summary>The barcodes; none: WB makes one.</summary>
    public IReadOnlyList<string> Skus { get; init; } = [];

    /// <summary>The price that it was created with, in roubles. The list of cards does not have it, and updates of a size that is there leave it.</summary>
    public decimal Price { get; init; }

    /// <summary>What WB may add to it, by the member's name, as JSON. An update of the size overwrites it.</summary>
    public IReadOnlyDictionary<string, string> OtherMembers { get; init; } = EmulatedJson.None;
}
