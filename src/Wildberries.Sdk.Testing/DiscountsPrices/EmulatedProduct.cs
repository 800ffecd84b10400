namespace Wildberries.Sdk.Testing;

/// <summary>A product of the emulated seller, with its prices and discounts.</summary>
public sealed record EmulatedProduct
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The price before discounts, in roubles, of every size without a price of its own.</summary>
    public required int Price { get; init; }

    /// <summary>The seller's own article; by default made from <see cref="NmId"/>.</summary>
    public string? VendorCode { get; init; }

    /// <summary>The seller's discount, in percent.</summary>
    public int Discount { get; init; }

    /// <summary>The discount for members of WB Club, in percent.</summary>
    public int ClubDiscount { get; init; }

    /// <summary>Whether its sizes have prices of their own. Quarantine does not apply to such a product.</summary>
    public bool EditableSizePrice { get; init; }

    /// <summary>The sizes; by default one, without a name.</summary>
    public IReadOnlyList<EmulatedProductSize> Sizes { get; init; } = [];
}
