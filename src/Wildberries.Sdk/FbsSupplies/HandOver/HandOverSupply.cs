using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A supply of a hand-over.</summary>
public sealed record HandOverSupply
{
    /// <summary>Its id at WB; <see langword="null"/>: it is not created, or not found yet.</summary>
    public string? SupplyId { get; init; }

    /// <summary>The name by which it is found again.</summary>
    public required string Name { get; init; }

    /// <summary>How far it is.</summary>
    public required HandOverSupplyStatus Status { get; init; }

    /// <summary>Why it could not be handed over, with the rule or WB's words; <see langword="null"/>: there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>The seller's warehouse that all its orders came to.</summary>
    public required long WarehouseId { get; init; }

    /// <summary>How large the products of all its orders are.</summary>
    public required CargoType CargoType { get; init; }

    /// <summary>Whether its orders leave the country.</summary>
    public required CrossBorderType CrossBorderType { get; init; }

    /// <summary>Whether it holds what could not go with another supply, and stays open.</summary>
    public bool IsSetAside { get; init; }

    /// <summary>The orders of the hand-over that are in it.</summary>
    public IReadOnlyList<long> OrderIds { get => field ?? []; init; } = [];

    /// <summary>Orders that somebody else has put into it, as far as was seen, at most 500 of them: they were handed over with it.</summary>
    public IReadOnlyList<long> OtherOrderIds { get => field ?? []; init; } = [];

    /// <summary>Its boxes; none unless it goes to a pickup point.</summary>
    public IReadOnlyList<string> BoxIds { get => field ?? []; init; } = [];

    /// <summary>The shipping parameters that were set; <see langword="null"/>: none.</summary>
    public SupplyShipping? Shipping { get; init; }
}
