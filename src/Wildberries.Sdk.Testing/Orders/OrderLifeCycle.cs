using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

/// <summary>From which states an order can be brought into another, by its kind, and how WB brings it to the buyer.</summary>
internal static class OrderLifeCycle
{
    private static readonly WbStatus[] ThroughWarehouse = [WbStatus.Sorted, WbStatus.ReadyForPickup, WbStatus.Sold];
    private static readonly WbStatus[] AcrossBorder = [WbStatus.AcceptedByCarrier, WbStatus.SentToCarrier, .. ThroughWarehouse];
    private static readonly WbStatus[] ByCourier = [WbStatus.Sold];
    private static readonly WbStatus[] ThroughPickupPoint = [WbStatus.ReadyForPickup, WbStatus.Sold];

    /// <summary>The way of an order that the seller has handed over to WB; empty: the seller hands it out, and tells how that ended.</summary>
    public static IReadOnlyList<WbStatus> WayOf(EmulatedPurchase purchase) => purchase.Kind switch
    {
        EmulatedOrderKind.Fbs => purchase.IsCrossBorder ? AcrossBorder : ThroughWarehouse,
        EmulatedOrderKind.Dbw => ByCourier,
        EmulatedOrderKind.DbsPickupPoint => ThroughPickupPoint,
        _ => [],
    };

    public static bool Allows(EmulatedOrderKind kind, SupplierStatus from, SupplierStatus to) => kind switch
    {
        EmulatedOrderKind.Fbs => To(to, from, (SupplierStatus.Confirm, [SupplierStatus.New]), (SupplierStatus.Complete, [SupplierStatus.Confirm]), (SupplierStatus.Cancel, [SupplierStatus.New, SupplierStatus.Confirm])),
        EmulatedOrderKind.Dbw => To(
            to,
            from,
            (SupplierStatus.Confirm, [SupplierStatus.New]),
            (SupplierStatus.Complete, [SupplierStatus.Confirm]),
            (SupplierStatus.Receive, [SupplierStatus.Complete]),
            (SupplierStatus.Reject, [SupplierStatus.Complete]),
            (SupplierStatus.Cancel, [SupplierStatus.New, SupplierStatus.Confirm])),
        EmulatedOrderKind.Dbs or EmulatedOrderKind.Express or EmulatedOrderKind.DbsPickupPoint => To(
            to,
            from,
            (SupplierStatus.Confirm, [SupplierStatus.New]),
            (SupplierStatus.Deliver, [SupplierStatus.Confirm]),
            (SupplierStatus.Receive, [SupplierStatus.Deliver]),
            (SupplierStatus.Reject, [SupplierStatus.Deliver]),
            (SupplierStatus.Cancel, [SupplierStatus.New, SupplierStatus.Confirm])),
        EmulatedOrderKind.Pickup => To(
            to,
            from,
            (SupplierStatus.Confirm, [SupplierStatus.New]),
            (SupplierStatus.Prepare, [SupplierStatus.Confirm]),
            (SupplierStatus.Receive, [SupplierStatus.Prepare]),
            (SupplierStatus.Reject, [SupplierStatus.Prepare]),
            (SupplierStatus.Cancel, [SupplierStatus.New, SupplierStatus.Confirm, SupplierStatus.Prepare])),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of order."),
    };

    private static bool To(SupplierStatus to, SupplierStatus from, params ReadOnlySpan<(SupplierStatus To, SupplierStatus[] From)> moves)
    {
        foreach ((SupplierStatus target, SupplierStatus[] sources) in moves)
        {
            if (target == to)
                return sources.Contains(from);
        }

        return false;
    }
}
