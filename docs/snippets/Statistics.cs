using Wildberries.Sdk;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Statistics;

namespace Snippets;

public static class Statistics
{
    public static async Task FollowAsync(IWildberriesClient wb, IStateStore store, string sellerId, CancellationToken stop)
    {
        // <follow>
        var options = new ChangedRowStreamOptions { MaxOutage = TimeSpan.FromHours(3) };
        await foreach (SupplierOrder order in wb.Statistics.StreamChangedOrdersAsync(store, sellerId, options, stop))
            Console.WriteLine($"{order.Srid}: {order.VendorCode}, {order.FinishedPrice} roubles, cancelled: {order.IsCancelled == true}");
        // </follow>
    }

    public static async Task SalesAsync(IWildberriesClient wb, IStateStore store, string sellerId, CancellationToken stop)
    {
        // <sales>
        var job = new ChangedRowStreamOptions { StopAtEnd = true };
        await foreach (SupplierSale sale in wb.Statistics.StreamChangedSalesAsync(store, sellerId, job, stop))
        {
            string sum = sale.ForPay is { } known ? $"{known} roubles" : "not known yet";
            Console.WriteLine($"{sale.SaleId}: {(sale.IsReturn ? "returned" : "sold")}, to be paid: {sum}");
        }
        // </sales>
    }

    public static async Task DayAsync(IWildberriesClient wb, DateTimeOffset day, CancellationToken stop)
    {
        // <day>
        int count = 0;
        await foreach (SupplierOrder order in wb.Statistics.GetOrdersAsync(day, flag: 1, stop))
            count += order.IsCancelled == true ? 0 : 1;
        Console.WriteLine($"{count} orders that are not cancelled");
        // </day>
    }
}
