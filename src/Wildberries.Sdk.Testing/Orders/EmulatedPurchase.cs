using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

/// <summary>What a buyer orders: one piece of one size.</summary>
public sealed record EmulatedPurchase
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>How it gets to the buyer.</summary>
    /// <value>The default is <see cref="EmulatedOrderKind.Fbs"/>.</value>
    public EmulatedOrderKind Kind { get; init; }

    /// <summary>The size's number; by default ten times <see cref="NmId"/>.</summary>
    public long? ChrtId { get; init; }

    /// <summary>The size's barcode; by default made from <see cref="NmId"/>.</summary>
    public string? Barcode { get; init; }

    /// <summary>The seller's own article; by default made from <see cref="NmId"/>.</summary>
    public string? Article { get; init; }

    /// <summary>The seller's warehouse that it is ordered from.</summary>
    /// <value>The default is 658434.</value>
    public long WarehouseId { get; init; } = 658434;

    /// <summary>How large it is.</summary>
    /// <value>The default is <see cref="CargoType.Small"/>.</value>
    public CargoType CargoType { get; init; } = CargoType.Small;

    /// <summary>Whether it leaves the country.</summary>
    public bool IsCrossBorder { get; init; }

    /// <summary>Its price in hundredths of the rouble, as orders have it.</summary>
    /// <value>The default is 100000: a thousand roubles.</value>
    public int PriceInHundredths { get; init; } = 100_000;

    /// <summary>The label identifiers without which it cannot be delivered.</summary>
    public IReadOnlyList<MarkingCodeKind> RequiredMarking { get; init; } = [];

    /// <summary>The label identifiers that it may have.</summary>
    public IReadOnlyList<MarkingCodeKind> OptionalMarking { get; init; } = [];

    /// <summary>Whether it may be shipped at a pickup point.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsPickupPointShipmentAllowed { get; init; } = true;

    /// <summary>Whether its stock was 0 when it was ordered: it can be cancelled without a fine.</summary>
    public bool IsZeroOrder { get; init; }

    /// <summary>Whether a business buys it.</summary>
    public bool IsB2B { get; init; }

    /// <summary>What the buyer asks for.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The buyer's name: first name, middle name, last name.</summary>
    public string BuyerName { get; init; } = "Иван Васильевич Андреев";

    /// <summary>The buyer's phone number.</summary>
    public string BuyerPhone { get; init; } = "79871234567";

    /// <summary>Where it is delivered to, where the seller delivers.</summary>
    public string Address { get; init; } = "Челябинск, 51-я улица Арабкира, д. 10А, кв. 42";

    /// <summary>The cart that it is bought with: orders of one cart have one; by default one of its own.</summary>
    public string? CartId { get; init; }

    /// <summary>What is bought, without what tells who buys it.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"EmulatedPurchase {{ NmId = {NmId}, Kind = {Kind}, WarehouseId = {WarehouseId} }}";
}
