using System.Globalization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

/// <summary>
/// The orders of the emulated seller, of all kinds: what buyers order and cancel, and how far seller and WB are with it. May be used from any thread.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs"/>.</remarks>
public sealed partial class EmulatedOrders
{
    private readonly TimeProvider _time;
    private readonly SortedDictionary<long, OrderState> _orders = [];
    private long _lastId = 13_833_710;

    internal EmulatedOrders(TimeProvider time) => _time = time;

    /// <summary>The orders by number.</summary>
    public IReadOnlyList<EmulatedOrder> All => Locked(() => (EmulatedOrder[])[.. _orders.Values.Select(order => order.ToOrder())]);

    /// <summary>Guards the orders, and what other areas keep about them.</summary>
    internal Lock Lock { get; } = new();

    /// <summary>A buyer orders one piece.</summary>
    /// <param name="purchase">Of what.</param>
    /// <returns>The order, which is new.</returns>
    /// <exception cref="ArgumentException">A number or the price is not positive.</exception>
    public EmulatedOrder BuyerOrders(EmulatedPurchase purchase)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        if (purchase.NmId <= 0 || purchase.ChrtId <= 0 || purchase.WarehouseId <= 0 || purchase.PriceInHundredths <= 0)
            throw new ArgumentException($"{purchase.NmId} cannot be ordered: numbers and prices are positive.", nameof(purchase));
        string nmId = purchase.NmId.ToString(CultureInfo.InvariantCulture);
        EmulatedPurchase kept = purchase with
        {
            ChrtId = purchase.ChrtId ?? purchase.NmId * 10,
            Barcode = purchase.Barcode ?? "20" + nmId.PadLeft(11, '0'),
            Article = purchase.Article ?? "art-" + nmId,
        };
        return Locked(() =>
        {
            var order = new OrderState(++_lastId, kept, _time.GetUtcNow());
            _orders.Add(order.Id, order);
            return order.ToOrder();
        });
    }

    /// <summary>Buyers order one piece of a product again and again.</summary>
    /// <param name="purchase">What each of them orders.</param>
    /// <param name="count">How many.</param>
    /// <returns>The orders, which are new.</returns>
    /// <exception cref="ArgumentException">A number or the price is not positive.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public IReadOnlyList<EmulatedOrder> BuyerOrders(EmulatedPurchase purchase, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Enumerable.Range(0, count).Select(_ => BuyerOrders(purchase))];
    }

    /// <summary>Finds an order.</summary>
    /// <param name="id">Its number.</param>
    /// <returns>The order as it is now, or <see langword="null"/>.</returns>
    public EmulatedOrder? Find(long id) => Locked(() => _orders.GetValueOrDefault(id)?.ToOrder());

    internal T Locked<T>(Func<T> use)
    {
        lock (Lock)
        {
            Advance();
            return use();
        }
    }

    /// <summary>An order of some kinds. Under the lock.</summary>
    internal OrderState? Get(long id, params ReadOnlySpan<EmulatedOrderKind> kinds) =>
        _orders.TryGetValue(id, out OrderState? order) && kinds.Contains(order.Purchase.Kind) ? order : null;

    /// <summary>The orders of some kinds, by number. Under the lock.</summary>
    internal IEnumerable<OrderState> Of(params EmulatedOrderKind[] kinds) => _orders.Values.Where(order => kinds.Contains(order.Purchase.Kind));

    /// <summary>The orders of some kinds from a number on. Under the lock.</summary>
    internal IEnumerable<OrderState> After(long id, params EmulatedOrderKind[] kinds) =>
        _orders.Values.SkipWhile(order => order.Id <= id).Where(order => kinds.Contains(order.Purchase.Kind));

    /// <summary>The seller brings an order into another state. Under the lock.</summary>
    /// <returns>Whether WB allows that.</returns>
    internal bool TryMove(OrderState order, SupplierStatus to)
    {
        if (order.IsFinished || !OrderLifeCycle.Allows(order.Purchase.Kind, order.SupplierStatus, to))
            return false;
        order.SupplierStatus = to;
        DateTimeOffset now = _time.GetUtcNow();
        if (to == SupplierStatus.Confirm)
            order.ConfirmedAt = now;
        if (to == SupplierStatus.Complete || to == SupplierStatus.Deliver || to == SupplierStatus.Prepare)
            order.HandedOverAt = now;
        if (to == SupplierStatus.Prepare)
            order.WbStatus = WbStatus.ReadyForPickup;
        else if (to == SupplierStatus.Receive)
            order.WbStatus = WbStatus.Sold;
        else if (to == SupplierStatus.Reject)
            order.WbStatus = WbStatus.CanceledByClient;
        else if (to == SupplierStatus.Cancel)
            order.WbStatus = WbStatus.Canceled;
        return true;
    }

    /// <summary>The time by the emulator's clock.</summary>
    internal DateTimeOffset Now => _time.GetUtcNow();
}
