namespace Wildberries.Sdk.Testing;

/// <summary>An office of WB, to which a warehouse of the seller can be bound.</summary>
public sealed record EmulatedOffice
{
    /// <summary>The office's number.</summary>
    public required long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "Коледино";

    /// <summary>Its address.</summary>
    public string Address { get; init; } = "ул. Троицкая, Подольск";

    /// <summary>Its city.</summary>
    public string City { get; init; } = "Подольск";

    /// <summary>Its federal district, if it has one.</summary>
    public string? FederalDistrict { get; init; } = "Центральный";

    /// <summary>How large the products are that it takes: 1 small, 3 large.</summary>
    public int CargoType { get; init; } = 1;

    /// <summary>By whom what it takes is delivered: 1 FBS, 2 DBS, 3 a courier of WB, 5 picked up, 6 express.</summary>
    public int DeliveryType { get; init; } = 1;
}
