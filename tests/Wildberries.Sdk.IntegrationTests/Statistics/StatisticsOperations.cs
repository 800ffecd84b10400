using Wildberries.Sdk.Statistics;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Statistics;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class StatisticsOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IStatisticsApi api, EmulatedStatistics statistics)
    {
        var day = new DateTimeOffset(2030, 1, 31, 0, 0, 0, TimeSpan.FromHours(3));
        statistics.Set(new SupplierOrder { Srid = "wire", NmId = 7, OrderedAt = day.AddHours(1), LastChangedAt = day.AddDays(3), WarehouseType = SupplierWarehouseType.Seller });
        statistics.Set(new SupplierSale { SaleId = "R7", Srid = "wire", NmId = 7, SoldAt = day.AddHours(23), LastChangedAt = day.AddDays(4), ForPay = 1.5m });

        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);
        SupplierOrder order = Assert.Single(await api.GetOrdersAsync(day.AddDays(3), cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal(("wire", 7, SupplierWarehouseType.Seller, null), (order.Srid, order.NmId, order.WarehouseType, order.CancelledAt));
        Assert.Equal((day.AddHours(1), day.AddDays(3)), (order.OrderedAt, order.LastChangedAt));
        Assert.Equal("wire", Assert.Single(await api.GetOrdersAsync(day.AddHours(15), 1, Cancel).ToListAsync(Cancel)).Srid);
        SupplierSale sale = Assert.Single(await api.GetSalesAsync(day.AddDays(4), 0, Cancel).ToListAsync(Cancel));
        Assert.Equal(("R7", true, 1.5m), (sale.SaleId, sale.IsReturn, sale.ForPay));
    }
}
