using Wildberries.Sdk.Statistics;

namespace Wildberries.Sdk.Testing;

/// <summary>The rows of the reports on orders and on sales.</summary>
public sealed class EmulatedStatistics
{
    private readonly TimeProvider _time;
    private readonly Dictionary<string, SupplierOrder> _orders = [];
    private readonly Dictionary<string, SupplierSale> _sales = [];

    internal EmulatedStatistics(TimeProvider time) => _time = time;

    /// <summary>How many rows an answer has at most. WB: some 80,000.</summary>
    /// <value>The default is 80,000.</value>
    public int MaxRows { get; set; } = 80_000;

    /// <summary>The orders, in the order of their changes.</summary>
    public IReadOnlyList<SupplierOrder> Orders
    {
        get
        {
            lock (_orders)
                return [.. _orders.Values.OrderBy(row => row.LastChangedAt)];
        }
    }

    /// <summary>The sales and returns, in the order of their changes.</summary>
    public IReadOnlyList<SupplierSale> Sales
    {
        get
        {
            lock (_sales)
                return [.. _sales.Values.OrderBy(row => row.LastChangedAt)];
        }
    }

    /// <summary>Adds an order, or changes the one that has its id.</summary>
    /// <param name="order">The order. Without <see cref="SupplierOrder.OrderedAt"/> or <see cref="SupplierOrder.LastChangedAt"/>: now.</param>
    /// <exception cref="ArgumentException">It has no <see cref="SupplierOrder.Srid"/>.</exception>
    public void Set(SupplierOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentException.ThrowIfNullOrEmpty(order.Srid);
        DateTimeOffset now = Now();
        lock (_orders)
            _orders[order.Srid] = order with { OrderedAt = order.OrderedAt ?? now, LastChangedAt = order.LastChangedAt ?? now };
    }

    /// <summary>Adds a sale or return, or changes the one that has its id.</summary>
    /// <param name="sale">The sale. Without <see cref="SupplierSale.SoldAt"/> or <see cref="SupplierSale.LastChangedAt"/>: now.</param>
    /// <exception cref="ArgumentException">It has no <see cref="SupplierSale.SaleId"/>.</exception>
    public void Set(SupplierSale sale)
    {
        ArgumentNullException.ThrowIfNull(sale);
        ArgumentException.ThrowIfNullOrEmpty(sale.SaleId);
        DateTimeOffset now = Now();
        lock (_sales)
            _sales[sale.SaleId] = sale with { SoldAt = sale.SoldAt ?? now, LastChangedAt = sale.LastChangedAt ?? now };
    }

    // WB has whole seconds.
    private DateTimeOffset Now()
    {
        DateTimeOffset now = _time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }
}
