using Wildberries.Sdk.FbsSupplies;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>A supply as <see cref="FakeMarketplace"/> has it.</summary>
internal sealed class FakeSupply
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public bool IsDone { get; set; }

    public bool IsPickupPointShipmentAllowed { get; set; } = true;

    public bool IsSpotAvailable { get; set; }

    public DateTimeOffset SpotSetAt { get; set; }

    public ShippingMethod? Shipping { get; set; }

    public List<string> Boxes { get; } = [];
}
