namespace Wildberries.Sdk.Warehouses;

/// <summary>What names a size: its number at WB, its barcodes, its product's number and article. The card of the product has them all.</summary>
public sealed record SizeKeys
{
    /// <summary>The size's number at WB (<c>chrtID</c> in the card).</summary>
    public required long ChrtId { get; init; }

    /// <summary>The product's number at WB, if it is to be found by it.</summary>
    public long? NmId { get; init; }

    /// <summary>The seller's article of the product (<c>vendorCode</c> in the card), if it is to be found by it.</summary>
    public string? Article { get; init; }

    /// <summary>The size's barcodes (<c>skus</c> in the card).</summary>
    public IReadOnlyList<string> Barcodes { get => field ?? []; init; } = [];
}
