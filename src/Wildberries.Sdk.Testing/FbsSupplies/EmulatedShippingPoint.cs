using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

/// <summary>A place where WB takes supplies in.</summary>
public sealed record EmulatedShippingPoint
{
    /// <summary>Its id.</summary>
    public required long Id { get; init; }

    /// <summary>Its city.</summary>
    public required string City { get; init; }

    /// <summary>What it is.</summary>
    /// <value>The default is <see cref="ShippingPointKind.SortingCenter"/>.</value>
    public ShippingPointKind Kind { get; init; } = ShippingPointKind.SortingCenter;

    /// <summary>What it takes.</summary>
    /// <value>The default is everything.</value>
    public IReadOnlyList<CargoType> CargoTypes { get; init; } = [CargoType.Small, CargoType.Oversized, CargoType.Large];
}
