namespace Wildberries.Sdk.Testing.Tests.Warehouses;

public sealed class StocksTests
{
    private const string Path = "marketplace-api/api/v3/stocks/7";

    [Fact]
    public async Task Stocks_are_set_read_sold_and_deleted()
    {
        await using Harness harness = await StartAsync();
        EmulatedWarehouses warehouses = harness.Emulator.Warehouses;
        await harness.AskAsync("PUT " + Path, """{"stocks":[{"chrtId":1,"amount":10},{"chrtId":2,"amount":0}]}""", 204);
        Assert.Equal("""{"stocks":[{"chrtId":2,"amount":0},{"chrtId":1,"amount":10}]}""", await harness.AskAsync("POST " + Path, """{"chrtIds":[2,3,1,2]}"""));
        Assert.Equal([3, 7, 0, 0], [warehouses.Sell(7, 1, 3), warehouses.Sell(7, 1, 20), warehouses.Sell(7, 1), warehouses.Sell(7, 99)]);
        await harness.AskAsync("DELETE " + Path, """{"chrtIds":[1]}""", 204);
        Assert.Equal([2L], warehouses.StocksOf(7).Keys);
        Assert.Equal("""{"code":"NotFound","message":"Not found","data":{"1":""}}""", await harness.AskAsync("DELETE " + Path, """{"chrtIds":[2,1]}""", 404));
        warehouses.SetStock(7, 2, null);
        Assert.Empty(warehouses.StocksOf(7));
    }

    [Theory]
    [InlineData("""{"stocks":[{"chrtId":1,"amout":5}]}""")]
    [InlineData("""{"stocks":[{"chrtID":1,"amount":5}]}""")]
    [InlineData("""{"Stocks":[{"chrtId":1,"amount":5}]}""")]
    [InlineData("{}")]
    public async Task A_wrong_name_is_answered_with_success_and_changes_nothing(string body)
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Warehouses.SetStock(7, 1, 3);
        await harness.AskAsync("PUT " + Path, body, 204);
        Assert.Equal(3, harness.Emulator.Warehouses.StocksOf(7)[1]);
    }

    [Theory]
    [InlineData("PUT", """{"stocks":[{"sku":"123","amount":5}]}""", "SKUUploadDisabled")]
    [InlineData("PUT", """{"stocks":[]}""", "IncorrectRequest")]
    [InlineData("PUT", """{"stocks":{}}""", "IncorrectRequest")]
    [InlineData("PUT", """{"stocks":[5]}""", "IncorrectRequestBody")]
    [InlineData("PUT", """{"stocks":[{"chrtId":"1","amount":5}]}""", "IncorrectRequestBody")]
    [InlineData("PUT", """{"stocks":[{"chrtId":1,"amount":-5}]}""", "IncorrectRequestBody")]
    [InlineData("PUT", "[]", "IncorrectRequestBody")]
    [InlineData("POST", "{}", "IncorrectRequestBody")]
    [InlineData("POST", """{"chrtIds":["a"]}""", "IncorrectRequestBody")]
    [InlineData("DELETE", """{"chrtIds":[]}""", "IncorrectRequestBody")]
    public async Task What_makes_no_sense_is_400(string verb, string body, string code)
    {
        await using Harness harness = await StartAsync();
        Assert.Contains($"\"code\":\"{code}\"", await harness.AskAsync($"{verb} {Path}", body, 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_1000_rows_are_400()
    {
        await using Harness harness = await StartAsync();
        string rows = string.Join(',', Enumerable.Range(1, 1001).Select(i => $$"""{"chrtId":{{i}},"amount":1}"""));
        await harness.AskAsync("PUT " + Path, $$"""{"stocks":[{{rows}}]}""", 400);
        await harness.AskAsync("POST " + Path, $$"""{"chrtIds":[{{string.Join(',', Enumerable.Range(1, 1001))}}]}""", 400);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "5")]
    public async Task A_409_names_rows_by_size_or_barcode_or_not_at_all(bool appliesRest, string set)
    {
        await using Harness harness = await StartAsync();
        EmulatedWarehouses warehouses = harness.Emulator.Warehouses;
        warehouses.AppliesRestOfRefusedRequests = appliesRest;
        warehouses.Refuse(1);
        warehouses.Refuse(2, "DeliveryTypeRestriction", barcode: "4600000000017");
        warehouses.Refuse(3, "ProductPropertyConflict", isNamed: false);
        string body = """{"stocks":[{"chrtId":1,"amount":4},{"chrtId":2,"amount":0},{"chrtId":3,"amount":1},{"chrtId":4,"amount":100001},{"chrtId":5,"amount":5}]}""";
        Assert.Equal(
            """[{"code":"NotFound","message":"Not found","data":[{"sku":"","chrtId":1,"amount":4}]},"""
            + """{"code":"DeliveryTypeRestriction","message":"This product category is not available for sale under this delivery type.","data":[{"sku":"4600000000017","amount":0}]},"""
            + """{"code":"ProductPropertyConflict","message":"Products are not allowed for sale under the selected supply scheme."},"""
            + """{"code":"UploadDataLimit","message":"Upload limit exceeded.","data":[{"sku":"","chrtId":4,"amount":100001}]}]""",
            await harness.AskAsync("PUT " + Path, body, 409));
        Assert.Equal(set, string.Join(',', warehouses.StocksOf(7).Keys));

        warehouses.Refuse(1, null);
        await harness.AskAsync("PUT " + Path, """{"stocks":[{"chrtId":1,"amount":4}]}""", 204);
    }

    [Fact]
    public async Task A_warehouse_that_is_worked_on_takes_no_stocks_until_its_time_is_over()
    {
        await using Harness harness = await StartAsync();
        EmulatedWarehouses warehouses = harness.Emulator.Warehouses;
        const string Body = """{"stocks":[{"chrtId":1,"amount":4}]}""";
        warehouses.SetStock(7, 2, 2);
        warehouses.StartProcessing(7, TimeSpan.FromMinutes(3));
        Assert.Contains("WarehouseStocksUpdateBlock", await harness.AskAsync("PUT " + Path, Body, 406), StringComparison.Ordinal);
        Assert.Contains("StoreIsProcessing", await harness.AskAsync("DELETE " + Path, """{"chrtIds":[2]}""", 409), StringComparison.Ordinal);
        Assert.Contains("\"isProcessing\":true", await harness.AskAsync("GET marketplace-api/api/v3/warehouses"), StringComparison.Ordinal);
        harness.Clock.Advance(TimeSpan.FromMinutes(3));
        await harness.AskAsync("PUT " + Path, Body, 204);

        warehouses.StartProcessing(7, TimeSpan.FromSeconds(30), isShown: false);
        await harness.AskAsync("PUT " + Path, Body, 406);
        Assert.Contains("\"isProcessing\":false", await harness.AskAsync("GET marketplace-api/api/v3/warehouses"), StringComparison.Ordinal);

        warehouses.IsSellerBanned = true;
        Assert.Contains("StatusNotAcceptable", await harness.AskAsync("PUT " + Path, Body, 406), StringComparison.Ordinal);
        warehouses.IsSellerBanned = false;
        warehouses.Delete(7);
        Assert.Equal("""[{"code":"StoreIsProcessing","message":"The store is processing"}]""", await harness.AskAsync("PUT " + Path, Body, 409));
        harness.Clock.Advance(TimeSpan.FromMinutes(2));
        await harness.AskAsync("PUT " + Path, Body, 404);
        await harness.AskAsync("POST " + Path, """{"chrtIds":[1]}""", 404);
        await harness.AskAsync("DELETE " + Path, """{"chrtIds":[1]}""", 404);
    }

    [Fact]
    public async Task An_update_can_be_ignored()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Warehouses.IgnoreNextUpdates();
        const string Body = """{"stocks":[{"chrtId":1,"amount":4}]}""";
        await harness.AskAsync("PUT " + Path, Body, 204);
        Assert.Empty(harness.Emulator.Warehouses.StocksOf(7));
        await harness.AskAsync("PUT " + Path, Body, 204);
        Assert.Equal(4, harness.Emulator.Warehouses.StocksOf(7)[1]);
    }

    private static async Task<Harness> StartAsync()
    {
        Harness harness = await Harness.StartAsync(options => options.RateLimits = false);
        harness.Emulator.Warehouses.Add(new EmulatedWarehouse { Id = 7, OfficeId = 15 });
        return harness;
    }
}
