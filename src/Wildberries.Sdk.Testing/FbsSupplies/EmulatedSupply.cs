using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

/// <summary>A supply of FBS orders of the emulated seller, as it is at one moment.</summary>
public sealed record EmulatedSupply
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was closed; <see langword="null"/>: it is open.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When WB scanned it; <see langword="null"/>: not yet.</summary>
    public required DateTimeOffset? ScannedAt { get; init; }

    /// <summary>The orders that are in it.</summary>
    public required IReadOnlyList<long> OrderIds { get; init; }

    /// <summary>Its boxes.</summary>
    public required IReadOnlyList<string> BoxIds { get; init; }

    /// <summary>Where it is shipped to; <see langword="null"/>: not set.</summary>
    public required long? ShippingPointId { get; init; }

    /// <summary>The day of the shipment; <see langword="null"/>: not set.</summary>
    public required DateOnly? ShippingDate { get; init; }

    /// <summary>The cargo type of its orders; <see cref="CargoType.None"/> while it has none.</summary>
    public required CargoType CargoType { get; init; }

    /// <summary>The SPOT data that were set: the carrier's name; <see langword="null"/>: none.</summary>
    public required string? SpotCarrier { get; init; }
}
