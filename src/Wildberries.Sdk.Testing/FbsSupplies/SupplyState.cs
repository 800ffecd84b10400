using Wildberries.Sdk.FbsSupplies;

namespace Wildberries.Sdk.Testing;

/// <summary>A supply as it changes. Belongs to the lock of <see cref="EmulatedOrders"/>.</summary>
internal sealed class SupplyState(long number, string name, DateTimeOffset createdAt)
{
    public long Number { get; } = number;

    public string Id { get; } = FormattableString.Invariant($"WB-GI-{number}");

    public string Name { get; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? ScannedAt { get; set; }

    public List<long> Boxes { get; } = [];

    public DateOnly? ShippingDate { get; set; }

    public long? ShippingPointId { get; set; }

    public ShippingType ShippingType { get; set; }

    public SpotData? Spot { get; set; }

    public DateTimeOffset SpotSetAt { get; set; }

    public static string BoxId(long number) => FormattableString.Invariant($"WB-TRBX-{number}");
}
