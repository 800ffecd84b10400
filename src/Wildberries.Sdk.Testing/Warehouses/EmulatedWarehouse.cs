namespace Wildberries.Sdk.Testing;

/// <summary>A warehouse of the seller.</summary>
public sealed record EmulatedWarehouse
{
    /// <summary>The warehouse's number; 0: the next one.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "Склад";

    /// <summary>The office that it is bound to.</summary>
    public long OfficeId { get; init; }

    /// <summary>How large the products are that it takes: 1 small, 2 oversized, 3 large.</summary>
    public int CargoType { get; init; } = 1;

    /// <summary>By whom what it has is delivered: 1 FBS, 2 DBS, 3 a courier of WB, 5 picked up, 6 express.</summary>
    public int DeliveryType { get; init; } = 1;
}
