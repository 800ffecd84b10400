using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

/// <content>What buyers and WB do with orders, by themselves as the clock goes on, or when a test says so.</content>
public sealed partial class EmulatedOrders
{
    // The SDK has no name for it.
    private static readonly WbStatus CanceledByCarrier = WbStatus.From("canceled_by_carrier");

    private TimeSpan? _deliveryTime;
    private TimeSpan? _shelfLife;

    /// <summary>
    /// How long after an order was handed over to WB the buyer has it, by the emulator's clock. On its way it is, each for as long as the other: of FBS sorted and at the
    /// pickup point, across the border before that with the carrier and sent; of DBS to a pickup point there. With WB's courier it is received; what the seller hands out
    /// (DBS, express, pickup) ends as the seller says.
    /// </summary>
    /// <value>The default is none: orders go on only when a test says so.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public TimeSpan? DeliveryTime
    {
        get => Locked(() => _deliveryTime);
        set => Locked(() => _deliveryTime = Positive(value));
    }

    /// <summary>
    /// How long an order waits at the seller's for its buyer, by the emulator's clock; then WB cancels it (<see cref="SupplierStatus.CancelShelfLife"/>).
    /// </summary>
    /// <value>The default is none: it waits.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public TimeSpan? ShelfLife
    {
        get => Locked(() => _shelfLife);
        set => Locked(() => _shelfLife = Positive(value));
    }

    /// <summary>The buyer cancels an order, wherever it is; one that WB is handing out is refused on receipt.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentException">There is none, or it is finished.</exception>
    public void BuyerCancels(long id) => Locked(() =>
    {
        OrderState order = Open(id);
        if (!IsHandedOutByWb(order) || !TryMove(order, SupplierStatus.Reject))
            order.WbStatus = order.SupplierStatus == SupplierStatus.New ? WbStatus.DeclinedByClient : WbStatus.CanceledByClient;
        return order;
    });

    /// <summary>The buyer gets what was ordered.</summary>
    /// <param name="id">The order's number.</param>
    /// <exception cref="ArgumentException">There is none, or it is not handed over, or finished.</exception>
    public void BuyerReceives(long id) => Locked(() =>
    {
        OrderState order = Open(id);
        if (order.HandedOverAt is null)
            throw new ArgumentException($"Order {id} is {order.SupplierStatus}: its buyer cannot have it.", nameof(id));
        Receive(order);
        return order;
    });

    /// <summary>WB's courier puts a delivery off.</summary>
    /// <param name="id">The order's number.</param>
    /// <exception cref="ArgumentException">There is none, no courier of WB has it, or it is finished.</exception>
    public void PostponeDelivery(long id) => Locked(() =>
    {
        OrderState order = Open(id);
        if (order.Purchase.Kind != EmulatedOrderKind.Dbw || order.HandedOverAt is null)
            throw new ArgumentException($"No courier of WB has order {id}.", nameof(id));
        return order.WbStatus = WbStatus.PostponedDelivery;
    });

    /// <summary>WB cancels an order, or its carrier does.</summary>
    /// <param name="id">The order's number.</param>
    /// <param name="status">
    /// What it becomes: <see cref="WbStatus.Canceled"/> or <see cref="WbStatus.Defect"/>; of DBS, express and DBW also <see cref="WbStatus.CanceledByMissedCall"/>
    /// (<see cref="SupplierStatus.CancelMissedCall"/>); of FBS across the border also <c>canceled_by_carrier</c> (<see cref="SupplierStatus.CancelCarrier"/>).
    /// </param>
    /// <exception cref="ArgumentException">There is no such order, it is finished, or its kind does not end so.</exception>
    public void WbCancels(long id, WbStatus status) => Locked(() =>
    {
        OrderState order = Open(id);
        bool isDelivered = order.Purchase.Kind is EmulatedOrderKind.Dbw or EmulatedOrderKind.Dbs or EmulatedOrderKind.Express;
        if (status == WbStatus.CanceledByMissedCall && isDelivered)
            order.SupplierStatus = SupplierStatus.CancelMissedCall;
        else if (status == CanceledByCarrier && order.Purchase is { Kind: EmulatedOrderKind.Fbs, IsCrossBorder: true })
            order.SupplierStatus = SupplierStatus.CancelCarrier;
        else if (status != WbStatus.Canceled && status != WbStatus.Defect)
            throw new ArgumentException($"WB does not make order {id} \"{status}\".", nameof(status));
        return order.WbStatus = status;
    });

    /// <summary>WB cannot find a shipped order: it is to be shipped once more, in another supply.</summary>
    /// <param name="id">The order's number.</param>
    /// <exception cref="ArgumentException">There is none, or it is not handed over, or finished.</exception>
    public void RequireReshipment(long id) => Locked(() =>
    {
        OrderState order = Open(id);
        if (order.Purchase.Kind != EmulatedOrderKind.Fbs || order.SupplierStatus != SupplierStatus.Complete)
            throw new ArgumentException($"Order {id} was not handed over to WB: it cannot be shipped once more.", nameof(id));
        return order.NeedsReshipment = true;
    });

    private static TimeSpan? Positive(TimeSpan? value)
    {
        if (value is { } time)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(value));
        return value;
    }

    // The status of the seller's side of FBS stays: WB takes the order over with the supply.
    private static bool IsHandedOutByWb(OrderState order) => order.Purchase.Kind is EmulatedOrderKind.Dbw or EmulatedOrderKind.DbsPickupPoint;

    private OrderState Open(long id)
    {
        if (!_orders.TryGetValue(id, out OrderState? order))
            throw new ArgumentException($"There is no order {id}.", nameof(id));
        if (order.IsFinished)
            throw new ArgumentException($"Order {id} is finished ({order.WbStatus}).", nameof(id));
        return order;
    }

    private void Receive(OrderState order)
    {
        if (order.Purchase.Kind == EmulatedOrderKind.Fbs)
            order.WbStatus = WbStatus.Sold;
        else
            TryMove(order, SupplierStatus.Receive);
    }

    private void Advance()
    {
        if (_deliveryTime is null && _shelfLife is null)
            return;
        DateTimeOffset now = _time.GetUtcNow();
        foreach (OrderState order in _orders.Values)
        {
            if (order.HandedOverAt is not { } start || order.IsFinished || order.NeedsReshipment)
                continue;
            if (_deliveryTime is { } time)
                GoOn(order, now - start, time);
            if (order.SupplierStatus == SupplierStatus.Prepare && now - start >= _shelfLife)
                (order.SupplierStatus, order.WbStatus) = (SupplierStatus.CancelShelfLife, WbStatus.Canceled);
        }
    }

    // Never back: a test may have brought it further than the clock.
    private void GoOn(OrderState order, TimeSpan passed, TimeSpan time)
    {
        IReadOnlyList<WbStatus> way = OrderLifeCycle.WayOf(order.Purchase);
        long due = Math.Min(way.Count, passed.Ticks * way.Count / time.Ticks) - 1;
        for (int step = way.Count - 1; step >= 0 && way[step] != order.WbStatus; step--)
        {
            if (step != due)
                continue;
            if (way[step] == WbStatus.Sold)
                Receive(order);
            else
                order.WbStatus = way[step];
            return;
        }
    }
}
