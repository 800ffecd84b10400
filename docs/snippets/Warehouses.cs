using Wildberries.Sdk;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Warehouses;

namespace Snippets;

public static class Warehouses
{
    public static async Task CreateAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <create>
        IReadOnlyList<Office> offices = await wb.Warehouses.GetOfficesAsync(stop);
        Office office = offices.First(one => !one.IsSelected && one.DeliveryType == WarehouseDeliveryType.Fbs && one.CargoType == CargoType.Small);
        long warehouseId = await wb.Warehouses.CreateWarehouseAsync("Main", office.Id, stop);
        // </create>
        Console.WriteLine(warehouseId);
    }

    public static async Task ListAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <list>
        foreach (Warehouse warehouse in await wb.Warehouses.GetWarehousesAsync(stop))
            Console.WriteLine($"{warehouse.Id} {warehouse.Name}: {(warehouse.IsProcessing ? "WB is working on it" : "takes stocks")}");
        // </list>
    }

    public static async Task MoveAsync(IWildberriesClient wb, long warehouseId, long officeId, CancellationToken stop)
    {
        // <move>
        await wb.Warehouses.RenameWarehouseAsync(warehouseId, "Second floor", stop);
        if (await wb.Warehouses.ChangeOfficeAsync(warehouseId, officeId, cancellationToken: stop))
            await wb.Warehouses.WaitUntilReadyAsync(warehouseId, cancellationToken: stop);
        // </move>
    }

    public static async Task ContactsAsync(IWildberriesClient wb, long warehouseId, CancellationToken stop)
    {
        // <contacts>
        await wb.Warehouses.ChangeContactsAsync(
            warehouseId,
            contacts => [.. contacts, new WarehouseContact { Phone = "+79998887766", Comment = "From 10 to 21" }],
            stop);
        // </contacts>
    }

    public static async Task DayAsync(IWildberriesClient wb, Func<IReadOnlyList<NewDbwOrder>, Task> pack, CancellationToken stop)
    {
        // <dbw>
        IReadOnlyList<NewDbwOrder> orders = (await wb.DbwOrders.GetNewOrdersAsync(stop)).Orders;
        long[] ids = [.. orders.Select(order => order.Id)];
        OrderChangeResult confirmed = await wb.DbwOrders.ConfirmOrdersAsync(ids, cancellationToken: stop);
        await pack(orders);
        OrderChangeResult delivered = await wb.DbwOrders.DeliverOrdersAsync(confirmed.Done.Select(order => order.OrderId), cancellationToken: stop);
        foreach (OrderChange order in confirmed.Refused.Concat(delivered.Refused))
            Console.WriteLine($"{order.OrderId}: {order.ErrorText}");
        // </dbw>
    }

    public static async Task CouriersAsync(IWildberriesClient wb, IReadOnlyList<long> orderIds, CancellationToken stop)
    {
        // <couriers>
        foreach (OrderCourier order in await wb.DbwOrders.GetCouriersAsync(orderIds, stop))
        {
            if (order.Courier is { IsMissing: true })
                Console.WriteLine($"{order.OrderId}: nobody was sent; ask WB's support");
            else
                Console.WriteLine($"{order.OrderId}: from {order.Courier?.Contacts?.ArrivesFrom}");
        }
        // </couriers>
    }

    public static async Task CancelAsync(IWildberriesClient wb, IReadOnlyList<NewDbwOrder> orders, CancellationToken stop)
    {
        // <cancel>
        IEnumerable<long> withoutFine = orders.Where(order => order.IsZeroOrder).Select(order => order.Id);
        try
        {
            OrderChangeResult cancelled = await wb.DbwOrders.CancelOrdersAsync(withoutFine, cancellationToken: stop);
            Console.WriteLine(cancelled);
        }
        catch (WildberriesApiException exception) when (exception.GetOrderChangeResult() is { } known)
        {
            Console.WriteLine($"{exception.Message} {known}");
        }
        // </cancel>
    }
}
