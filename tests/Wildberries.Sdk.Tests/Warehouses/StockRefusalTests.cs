using System.Net;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Tests.Warehouses;

/// <summary>The rows that WB names in its refusal, as they come over the wire.</summary>
public sealed class StockRefusalTests
{
    [Theory]
    [InlineData("""[{"code":"DeliveryTypeRestriction","message":"No.","data":[{"sku":"","chrtId":123456789,"amount":10},{"chrtId":"5","amount":1}]}]""", "123456789//DeliveryTypeRestriction/No. 5//DeliveryTypeRestriction/No.")]
    [InlineData("""[{"data":[{"sku":"skuTest3","amount":10}],"code":"A","message":"a"},{"code":"B","data":[{"chrtId":7,"sku":"x"}]}]""", "/skuTest3/A/a 7/x/B/")]
    [InlineData("""[{"code":"StoreIsProcessing","message":"The store is processing"}]""", "")]
    [InlineData("""{"code":"NotFound","message":"","data":{"skuTest1":""}}""", "")]
    [InlineData("""{"code":"X","message":"","data":[{"chrtId":9}]}""", "9//X/")]
    [InlineData("""[{"code":"X","data":[5,null,"a",{"chrtId":null},{"chrtId":[1]},{"chrtId":-3},{"chrtId":1.5},{}]},7,null]""", "")]
    [InlineData("[{\"code\":\"X\",\"data\":[{\"chrtId\":1},{\"chrtId\":2},{\"chr", "1//X/ 2//X/")]
    [InlineData("", "")]
    public async Task The_rows_are_read(string body, string expected)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.Conflict, body);
        var exception = await Assert.ThrowsAsync<WildberriesConflictException>(() => wb.Elapse(Update(wb)));
        Assert.Equal(expected, string.Join(' ', exception.GetRefusedStocks().Select(row => $"{row.ChrtId}/{row.Barcode}/{row.Code}/{row.Message}")));
    }

    [Fact]
    public async Task A_whole_request_of_refused_rows_is_read()
    {
        using var wb = new FakeWildberries();
        string rows = string.Join(',', Enumerable.Range(1, 1000).Select(i => $$"""{"sku":"","chrtId":{{1_000_000_000 + i}},"amount":100000}"""));
        wb.Answer(HttpStatusCode.Conflict, $$"""[{"code":"NotFound","message":"Not found","data":[{{rows}}]}]""");
        var exception = await Assert.ThrowsAsync<WildberriesConflictException>(() => wb.Elapse(Update(wb)));
        Assert.Equal(Enumerable.Range(1, 1000).Select(i => 1_000_000_000L + i), exception.GetRefusedStocks().Select(row => row.ChrtId!.Value));
        Assert.DoesNotContain("1000000001", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_failure_names_none()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.NotAcceptable, """{"code":"WarehouseStocksUpdateBlock","message":"The warehouse is processing"}""");
        var exception = await Assert.ThrowsAsync<WildberriesApiException>(() => wb.Elapse(Update(wb)));
        Assert.Empty(exception.GetRefusedStocks());
        Assert.Null(exception.GetStockSyncResult());
        Assert.Equal("WarehouseStocksUpdateBlock", exception.Code);
    }

    private static async Task<bool> Update(FakeWildberries wb)
    {
        await wb.Client.Warehouses.UpdateStocksAsync(7, new StocksRequest { Stocks = [new Stock { ChrtId = 1 }] });
        return true;
    }
}
