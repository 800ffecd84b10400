using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>An order to be handed over, with the label identifiers that it is to have. From WB's own models: <see cref="From(NewFbsOrder, IEnumerable{OrderMarkingCodes}?)"/>.</summary>
public sealed record HandOverOrder
{
    private const int Rouble = 643;

    /// <summary>The number of the assembly order.</summary>
    public required long OrderId { get; init; }

    /// <summary>The seller's warehouse that it came to.</summary>
    public required long WarehouseId { get; init; }

    /// <summary>How large the product is.</summary>
    public required CargoType CargoType { get; init; }

    /// <summary>Whether it leaves the country.</summary>
    public required CrossBorderType CrossBorderType { get; init; }

    /// <summary>Whether it is known to go from Russia to Russia: of such supplies WB demands shipping parameters.</summary>
    public bool IsWithinRussia { get; init; }

    /// <summary>
    /// Whether it was handed over before, and WB wants it once more. Such an order may be past the status in which others are put into a supply;
    /// <see cref="FbsHandOver.GetReshipmentOrdersAsync"/> has them.
    /// </summary>
    public bool IsReshipment { get; init; }

    /// <summary>The supply that it is in; <see langword="null"/> or empty: none.</summary>
    public string? SupplyId { get; init; }

    /// <summary>Whether it may be handed over at a pickup point; <see langword="null"/>: not known.</summary>
    public bool? IsPickupPointShipmentAllowed { get; init; }

    /// <summary>The kinds of label identifiers without which it cannot be handed over.</summary>
    public IReadOnlyList<MarkingCodeKind> RequiredMarkings { get => field ?? []; init; } = [];

    /// <summary>The other kinds that it may have; <see langword="null"/>: not known, and then WB says so after it was put into a supply.</summary>
    public IReadOnlyList<MarkingCodeKind>? OptionalMarkings { get; init; }

    /// <summary>The label identifiers to be set, each kind once, when it is in a supply: WB takes them then only.</summary>
    public IReadOnlyList<OrderMarkingCodes> MarkingCodes { get => field ?? []; init; } = [];

    /// <summary>Takes a new order over.</summary>
    /// <param name="order">The order.</param>
    /// <param name="markingCodes">The label identifiers that it is to have; those of other orders are left out. <see langword="null"/>: none.</param>
    /// <returns>The order as a hand-over takes it.</returns>
    public static HandOverOrder From(NewFbsOrder order, IEnumerable<OrderMarkingCodes>? markingCodes = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new HandOverOrder
        {
            OrderId = order.Id,
            WarehouseId = order.WarehouseId,
            CargoType = order.CargoType,
            CrossBorderType = order.CrossBorderType,
            IsWithinRussia = InRussia(order.CrossBorderType, order.CurrencyCode, order.ConvertedCurrencyCode),
            IsPickupPointShipmentAllowed = order.IsPickupPointShipmentAllowed,
            RequiredMarkings = order.RequiredMarkings,
            OptionalMarkings = order.OptionalMarkings,
            MarkingCodes = [.. (markingCodes ?? []).Where(codes => codes?.OrderId == order.Id)],
        };
    }

    /// <summary>Takes an order of WB's list over, which says in which supply it is, and not which label identifiers it needs.</summary>
    /// <param name="order">The order.</param>
    /// <param name="markingCodes">The label identifiers that it is to have; those of other orders are left out. <see langword="null"/>: none.</param>
    /// <returns>The order as a hand-over takes it.</returns>
    public static HandOverOrder From(FbsOrder order, IEnumerable<OrderMarkingCodes>? markingCodes = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new HandOverOrder
        {
            OrderId = order.Id,
            WarehouseId = order.WarehouseId,
            CargoType = order.CargoType,
            CrossBorderType = order.CrossBorderType,
            IsWithinRussia = InRussia(order.CrossBorderType, order.CurrencyCode, order.ConvertedCurrencyCode),
            SupplyId = order.SupplyId,
            MarkingCodes = [.. (markingCodes ?? []).Where(codes => codes?.OrderId == order.Id)],
        };
    }

    /// <summary>The order and how many label identifiers it is to have, without them.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"HandOverOrder {{ OrderId = {OrderId}, WarehouseId = {WarehouseId}, CargoType = {CargoType}, CrossBorderType = {CrossBorderType}, MarkingCodes = {MarkingCodes.Count} }}");

    // Sold in roubles by a seller whose country has roubles.
    private static bool InRussia(CrossBorderType type, int? currency, int? sellerCurrency) =>
        type == CrossBorderType.Local && currency == Rouble && sellerCurrency == Rouble;
}
