using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

public sealed partial class EmulatedOrders
{
    private static readonly TimeSpan ChangeIsTold = TimeSpan.FromDays(1);

    private readonly Dictionary<long, DateTimeOffset> _pricesAskedAt = [];
    private readonly Dictionary<long, (Window Now, Window? Before, DateTimeOffset ChangedAt)> _windows = [];
    private TimeSpan _finalPriceTime = TimeSpan.FromSeconds(1);
    private TimeSpan _trackNumberTime = TimeSpan.FromSeconds(1);
    private int _deliveryCost;

    /// <summary>How long WB makes the final price of an order that it was asked for, by the emulator's clock.</summary>
    /// <value>The default is a second; WB needs up to three minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan FinalPriceTime
    {
        get => Locked(() => _finalPriceTime);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            Locked(() => _finalPriceTime = value);
        }
    }

    /// <summary>How long after an order across the border came into a supply its sticker waits for the carrier's track number, by the emulator's clock.</summary>
    /// <value>The default is a second.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan TrackNumberTime
    {
        get => Locked(() => _trackNumberTime);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            Locked(() => _trackNumberTime = value);
        }
    }

    /// <summary>What the buyer pays for the delivery of the orders of one cart that the seller delivers, in hundredths of the rouble.</summary>
    /// <value>The default is 0: nothing, and WB does not tell of it.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int DeliveryCostInHundredths
    {
        get => Locked(() => _deliveryCost);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Locked(() => _deliveryCost = value);
        }
    }

    /// <summary>The buyer chooses another time for a delivery by the seller. For a day WB tells the time before, too.</summary>
    /// <param name="id">The order's number.</param>
    /// <param name="day">The day.</param>
    /// <param name="from">From when on that day, for example <c>10:00</c>.</param>
    /// <param name="to">Until when on that day.</param>
    /// <exception cref="ArgumentException">There is no such order, or it is finished.</exception>
    public void BuyerChoosesDelivery(long id, DateOnly day, string from, string to)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        Locked(() => _windows[id] = (new Window(day, from, to), WindowOf(Open(id)).Now, Now));
    }

    /// <summary>Whether the seller can bring an order into another state now. Under the lock.</summary>
    internal static bool CanMove(OrderState order, SupplierStatus to) =>
        !order.IsFinished && OrderLifeCycle.Allows(order.Purchase.Kind, order.SupplierStatus, to);

    /// <summary>Whether the final price of an order is ready; the first question makes it. Under the lock.</summary>
    internal bool IsFinalPriceReady(OrderState order)
    {
        _pricesAskedAt.TryAdd(order.Id, Now);
        return Now >= _pricesAskedAt[order.Id] + _finalPriceTime;
    }

    /// <summary>Whether the carrier has given an order its track number. Under the lock.</summary>
    internal bool HasTrackNumber(OrderState order) => Now >= order.ConfirmedAt + _trackNumberTime;

    /// <summary>When an order is to be delivered, and what WB still tells of a change. Under the lock.</summary>
    internal (Window Now, Window? Before) WindowOf(OrderState order)
    {
        if (!_windows.TryGetValue(order.Id, out (Window Now, Window? Before, DateTimeOffset ChangedAt) window))
            return (new Window(DateOnly.FromDateTime(order.CreatedAt.UtcDateTime).AddDays(2), "10:00", "18:00"), null);
        return (window.Now, Now < window.ChangedAt + ChangeIsTold ? window.Before : null);
    }

    /// <summary>The number of the purchase that an order belongs to: orders of one cart have one.</summary>
    internal static string PurchaseNumber(OrderState order)
    {
        uint number = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(order.CartId)));
        return string.Create(CultureInfo.InvariantCulture, $"{10_000_000 + (number % 90_000_000)}-{number % 10_000:0000}");
    }

    /// <summary>The group of an order: orders of one cart from one warehouse.</summary>
    internal static string GroupId(OrderState order) => new Guid(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{order.CartId}/{order.Purchase.WarehouseId}")))[..16]).ToString();

    /// <summary>A time of delivery.</summary>
    internal sealed record Window(DateOnly Day, string From, string To);
}
