namespace Wildberries.Sdk.Testing;

/// <content>The couriers of WB who come for DBW orders.</content>
public sealed partial class EmulatedOrders
{
    private readonly Dictionary<long, (EmulatedCourier Courier, DateTimeOffset At)> _couriers = [];

    /// <summary>Lets a courier of WB come for a DBW order.</summary>
    /// <param name="id">The order's number.</param>
    /// <param name="courier">The courier.</param>
    /// <exception cref="ArgumentException">There is no such order, it is finished, or no courier of WB comes for it.</exception>
    public void AssignCourier(long id, EmulatedCourier courier)
    {
        ArgumentNullException.ThrowIfNull(courier);
        Locked(() => Open(id).Purchase.Kind == EmulatedOrderKind.Dbw
            ? _couriers[id] = (courier, Now)
            : throw new ArgumentException($"No courier of WB comes for order {id}.", nameof(id)));
    }

    /// <summary>The courier of an order. Under the lock.</summary>
    internal (EmulatedCourier Courier, DateTimeOffset At)? CourierOf(long id) => _couriers.TryGetValue(id, out (EmulatedCourier, DateTimeOffset) courier) ? courier : null;
}
