using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

/// <summary>
/// The supplies of FBS orders of the emulated seller, with boxes, shipping parameters and SPOT data. May be used from any thread.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed class EmulatedSupplies
{
    private readonly EmulatedOrders _orders;
    private readonly List<SupplyState> _supplies = [];
    private readonly SortedDictionary<long, EmulatedShippingPoint> _points = [];
    private readonly HashSet<string> _badCarriers = new(StringComparer.Ordinal);
    private long _lastSupply = 92_937_122;
    private long _lastBox = 1_234_566;
    private bool _requireShippingMethod = true;
    private bool _isSpotAvailable;
    private TimeSpan _spotCheckTime = TimeSpan.FromSeconds(1);

    internal EmulatedSupplies(EmulatedOrders orders)
    {
        _orders = orders;

        // WB's own places: there without a test saying so.
        Add(new EmulatedShippingPoint { Id = 507, City = "Подольск", Kind = ShippingPointKind.Warehouse });
        Add(new EmulatedShippingPoint { Id = 218_987, City = "Казань" });
        Add(new EmulatedShippingPoint { Id = 300_461, City = "Казань", Kind = ShippingPointKind.PickupPoint, CargoTypes = [CargoType.Small] });
    }

    /// <summary>The supplies in the order in which they were created.</summary>
    public IReadOnlyList<EmulatedSupply> All => _orders.Locked(() => (EmulatedSupply[])[.. _supplies.Select(Show)]);

    /// <summary>Whether WB wants shipping parameters of a supply within the country before it is handed over, as it does from Russia to Russia.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RequireShippingMethod
    {
        get => _orders.Locked(() => _requireShippingMethod);
        set => _orders.Locked(() => _requireShippingMethod = value);
    }

    /// <summary>Whether the seller's supplies may have SPOT data, as those of sellers of Kyrgyzstan.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsSpotAvailable
    {
        get => _orders.Locked(() => _isSpotAvailable);
        set => _orders.Locked(() => _isSpotAvailable = value);
    }

    /// <summary>How long WB checks SPOT data, by the emulator's clock.</summary>
    /// <value>The default is a second.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan SpotCheckTime
    {
        get => _orders.Locked(() => _spotCheckTime);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _orders.Locked(() => _spotCheckTime = value);
        }
    }

    /// <summary>Adds a place where WB takes supplies in, or replaces the one with its id. There are some already, in <c>Подольск</c> and <c>Казань</c>.</summary>
    /// <param name="point">The place.</param>
    /// <exception cref="ArgumentException">Its id is not positive, or it has no city.</exception>
    public void Add(EmulatedShippingPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.Id <= 0 || string.IsNullOrWhiteSpace(point.City))
            throw new ArgumentException("A shipping point has a positive id and a city.", nameof(point));
        _orders.Locked(() => _points[point.Id] = point);
    }

    /// <summary>Lets WB's check of the SPOT data of a carrier fail.</summary>
    /// <param name="carrierName">The carrier.</param>
    public void RefuseSpot(string carrierName)
    {
        ArgumentException.ThrowIfNullOrEmpty(carrierName);
        _orders.Locked(() => _badCarriers.Add(carrierName));
    }

    /// <summary>Finds a supply.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The supply as it is now, or <see langword="null"/>.</returns>
    public EmulatedSupply? Find(string id) => _orders.Locked(() => Get(id) is { } supply ? Show(supply) : null);

    /// <summary>
    /// WB scans a supply where it is brought, and takes in its orders; an open supply is closed by it. What WB does not find in it has to be shipped once more.
    /// </summary>
    /// <param name="id">The supply's id.</param>
    /// <param name="missing">The orders of the supply that are not in it.</param>
    /// <exception cref="ArgumentException">There is no such supply.</exception>
    public void Scan(string id, params long[] missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        _orders.Locked(() =>
        {
            SupplyState supply = Get(id) ?? throw new ArgumentException($"There is no supply {id}.", nameof(id));
            Close(supply);
            supply.ScannedAt ??= _orders.Now;
            foreach (OrderState order in OrdersOf(supply).Where(order => order.SupplierStatus == SupplierStatus.Complete))
            {
                if (missing.Contains(order.Id))
                    order.NeedsReshipment = true;
                else if (order.WbStatus == WbStatus.Waiting)
                    order.WbStatus = WbStatus.Sorted;
            }

            return true;
        });
    }

    internal EmulatedOrders Orders => _orders;

    /// <summary>The supplies. Under the lock.</summary>
    internal IReadOnlyList<SupplyState> States => _supplies;

    /// <summary>The places by id. Under the lock.</summary>
    internal IReadOnlyDictionary<long, EmulatedShippingPoint> Points => _points;

    /// <summary>A supply. Under the lock.</summary>
    internal SupplyState? Get(string id) => _supplies.Find(supply => string.Equals(supply.Id, id, StringComparison.Ordinal));

    /// <summary>Creates a supply. Under the lock.</summary>
    internal SupplyState Create(string name)
    {
        var supply = new SupplyState(++_lastSupply, name, _orders.Now);
        _supplies.Add(supply);
        return supply;
    }

    /// <summary>Deletes a supply. Under the lock.</summary>
    internal void Delete(SupplyState supply) => _supplies.Remove(supply);

    /// <summary>The orders of a supply: one that the seller cancels leaves it. Under the lock.</summary>
    internal IReadOnlyList<OrderState> OrdersOf(SupplyState supply) =>
    [
        .. _orders.Of(EmulatedOrderKind.Fbs).Where(order => order.SupplierStatus != SupplierStatus.Cancel && string.Equals(order.SupplyId, supply.Id, StringComparison.Ordinal)),
    ];

    /// <summary>Puts orders into a supply, all or none. Under the lock.</summary>
    /// <returns>Whether WB allows that.</returns>
    internal bool TryAdd(SupplyState supply, IReadOnlyList<long> ids)
    {
        if (supply.ClosedAt is not null)
            return false;
        OrderState?[] added = [.. ids.Select(id => _orders.Get(id, EmulatedOrderKind.Fbs))];
        OrderState? first = OrdersOf(supply) is [var old, ..] ? old : added[0];
        if (first is null || !added.All(order => order is not null && IsFree(order) && GroupOf(order) == GroupOf(first)))
            return false;
        foreach (OrderState order in added.OfType<OrderState>())
        {
            order.SupplyId = supply.Id;
            order.NeedsReshipment = false;
            order.SupplierStatus = SupplierStatus.Confirm;
            order.ConfirmedAt ??= _orders.Now;
            order.HandedOverAt = null;
        }

        return true;

        // New, in another supply, or handed over and not found there.
        static bool IsFree(OrderState order) => !order.IsFinished
            && (order.SupplierStatus == SupplierStatus.New || order.SupplierStatus == SupplierStatus.Confirm || order.NeedsReshipment);

        static (long, CargoType, bool) GroupOf(OrderState order) => (order.Purchase.WarehouseId, order.Purchase.CargoType, order.Purchase.IsCrossBorder);
    }

    /// <summary>Adds boxes. Under the lock.</summary>
    internal IReadOnlyList<long> AddBoxes(SupplyState supply, int count)
    {
        long[] added = [.. Enumerable.Range(0, count).Select(_ => ++_lastBox)];
        supply.Boxes.AddRange(added);
        return added;
    }

    /// <summary>Closes a supply and hands its orders over. Under the lock.</summary>
    internal void Close(SupplyState supply)
    {
        if (supply.ClosedAt is not null)
            return;
        supply.ClosedAt = _orders.Now;
        foreach (OrderState order in OrdersOf(supply))
            _orders.TryMove(order, SupplierStatus.Complete);
    }

    /// <summary>Whether a supply lacks the shipping parameters that WB wants; with a transport company it always does, for nobody can give it a waybill. Under the lock.</summary>
    internal bool LacksShipping(SupplyState supply) => _requireShippingMethod && !OrdersOf(supply).Any(order => order.Purchase.IsCrossBorder)
        && (supply.ShippingPointId is null || supply.ShippingType == ShippingType.TransportCompany);

    /// <summary>How far WB is with the SPOT data of a supply. Under the lock.</summary>
    internal SpotStatus SpotStatusOf(SupplyState supply) =>
        _orders.Now < supply.SpotSetAt + _spotCheckTime ? SpotStatus.Pending
        : _badCarriers.Contains(supply.Spot!.CarrierName) ? SpotStatus.Failed
        : SpotStatus.Completed;

    /// <summary>Whether a supply may have SPOT data. Under the lock.</summary>
    internal bool MayHaveSpot => _isSpotAvailable;

    private EmulatedSupply Show(SupplyState supply)
    {
        IReadOnlyList<OrderState> orders = OrdersOf(supply);
        return new EmulatedSupply
        {
            Id = supply.Id,
            Name = supply.Name,
            CreatedAt = supply.CreatedAt,
            ClosedAt = supply.ClosedAt,
            ScannedAt = supply.ScannedAt,
            OrderIds = [.. orders.Select(order => order.Id)],
            BoxIds = [.. supply.Boxes.Select(SupplyState.BoxId)],
            ShippingPointId = supply.ShippingPointId,
            ShippingDate = supply.ShippingDate,
            CargoType = orders is [var first, ..] ? first.Purchase.CargoType : CargoType.None,
            SpotCarrier = supply.Spot?.CarrierName,
        };
    }
}
