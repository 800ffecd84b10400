using Wildberries.Sdk.Statistics;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Statistics;

public sealed class StatisticsApiTests
{
    private const string Row = """
        {"date":"2026-11-20T18:08:31","lastChangeDate":"2026-11-22T10:11:07","warehouseName":"Склад WB РФ","warehouseType":"Склад продавца","countryName":"Россия",
         "oblastOkrugName":"Центральный федеральный округ","regionName":"Московская","supplierArticle":"12345","nmId":1234567,"barcode":"123453559000","category":"Бытовая техника",
         "subject":"Мультистайлеры","brand":"Тест","techSize":"0","incomeID":56735459,"isSupply":false,"isRealization":true,"totalPrice":1887,"discountPercent":18,"spp":26,
         "finishedPrice":1145.5,"priceWithDisc":"1547","sticker":"926912515","gNumber":"34343462218572569531","srid":"11.rf9.3.0","isCancel":true,"cancelDate":"0001-01-01T00:00:00",
         "paymentSaleAmount":93,"forPay":1284.01,"saleID":"R9993700024","newMember":1}
        """;

    private static readonly DateTimeOffset Changed = new(2026, 11, 22, 10, 11, 7, TimeSpan.FromHours(3));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "")]
    [InlineData(1, "&flag=1")]
    public async Task A_moment_is_sent_as_Moscow_time(int? flag, string query)
    {
        using var host = new FakeHost<IStatisticsApi>(StatisticsJsonContext.Default, "[]");
        var moment = new DateTimeOffset(2026, 11, 21, 21, 30, 5, 250, TimeSpan.Zero);
        Assert.Empty(await host.Api.GetOrdersAsync(moment, flag, Cancel).ToListAsync(Cancel));
        Assert.Empty(await host.Api.GetSalesAsync(moment, flag, Cancel).ToListAsync(Cancel));
        Assert.Equal(
            [$"GET /api/v1/supplier/orders?dateFrom=2026-11-22T00%3A30%3A05.25{query}", $"GET /api/v1/supplier/sales?dateFrom=2026-11-22T00%3A30%3A05.25{query}"], host.Requests);
    }

    [Fact]
    public async Task Every_member_is_read()
    {
        using var host = new FakeHost<IStatisticsApi>(StatisticsJsonContext.Default, $"[{Row}]");
        SupplierOrder order = Assert.Single(await host.Api.GetOrdersAsync(Changed, cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal((Changed, new DateTimeOffset(2026, 11, 20, 18, 8, 31, TimeSpan.FromHours(3))), (order.LastChangedAt, order.OrderedAt));
        Assert.Equal((SupplierWarehouseType.Seller, "Склад WB РФ", "Россия"), (order.WarehouseType, order.WarehouseName, order.CountryName));
        Assert.Equal(("Центральный федеральный округ", "Московская", "12345"), (order.FederalDistrictName, order.RegionName, order.VendorCode));
        Assert.Equal((1234567, "123453559000", "Бытовая техника"), (order.NmId, order.Barcode, order.CategoryName));
        Assert.Equal(("Мультистайлеры", "Тест", "0", 56735459), (order.SubjectName, order.BrandName, order.TechSize, order.IncomeId));
        Assert.Equal((false, true, 1887m, 18, 26m), (order.IsSupply, order.IsRealization, order.TotalPrice, order.DiscountPercent, order.Spp));
        Assert.Equal((1145.5m, 1547m, true, null), (order.FinishedPrice, order.PriceWithDiscount, order.IsCancelled, order.CancelledAt));
        Assert.Equal(("926912515", "34343462218572569531", "11.rf9.3.0"), (order.StickerId, order.CartId, order.Srid));
        Assert.Equal(1, order.AdditionalProperties!["newMember"].GetInt32());

        SupplierSale sale = Assert.Single(await host.Api.GetSalesAsync(Changed, cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal(("R9993700024", true, "11.rf9.3.0"), (sale.SaleId, sale.IsReturn, sale.Srid));
        Assert.Equal((93, 1284.01m, 1145.5m, 1547m), (sale.WalletDiscount, sale.ForPay, sale.FinishedPrice, sale.PriceWithDiscount));
        Assert.False(new SupplierSale { SaleId = "S1" }.IsReturn || new SupplierSale().IsReturn);
    }

    [Fact]
    public async Task Another_flag_is_refused_before_it_is_sent()
    {
        using var wb = new FakeWildberries();
        foreach (int flag in (int[])[-1, 2])
        {
            Assert.Equal("flag", (await Assert.ThrowsAnyAsync<ArgumentException>(async () => await wb.Client.Statistics.GetOrdersAsync(Changed, flag, Cancel).FirstOrDefaultAsync(Cancel))).ParamName);
            Assert.Equal("flag", (await Assert.ThrowsAnyAsync<ArgumentException>(async () => await wb.Client.Statistics.GetSalesAsync(Changed, flag, Cancel).FirstOrDefaultAsync(Cancel))).ParamName);
        }

        Assert.Empty(wb.Arrivals);
    }
}
