using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A supply that a hand-over makes, or would make: orders of one seller warehouse, one cargo type and one cross-border type.</summary>
public sealed record PlannedSupply
{
    /// <summary>The seller's warehouse that all its orders came to.</summary>
    public required long WarehouseId { get; init; }

    /// <summary>How large the products of all its orders are.</summary>
    public required CargoType CargoType { get; init; }

    /// <summary>Whether its orders leave the country.</summary>
    public required CrossBorderType CrossBorderType { get; init; }

    /// <summary>Its orders, in the order in which they were given.</summary>
    public required IReadOnlyList<long> OrderIds { get; init; }

    /// <summary>The shipping parameters that the options give it; <see langword="null"/>: none.</summary>
    public SupplyShipping? Shipping { get; init; }

    /// <summary>
    /// Whether WB demands shipping parameters of it, and the options give none: then it is filled and not handed over, unless they are set in WB's portal.
    /// It is known only of orders that say <see cref="HandOverOrder.IsWithinRussia"/>.
    /// </summary>
    public bool LacksShipping { get; init; }

    /// <summary>What the place is that the shipping parameters name; empty: not known.</summary>
    public ShippingPointKind ShippingPointKind { get; init; }

    /// <summary>How many boxes the options give it: none unless it goes to a pickup point, or nobody knows where it goes.</summary>
    public int BoxCount { get; init; }
}
