using System.Net;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.PickupOrders;

public sealed class PickupOrdersApiTests
{
    private const string Root = "POST /api/marketplace/v3/click-collect/orders/";

    private static readonly OrderIdsRequest Two = new() { OrderIds = [5_000_000_001, 2] };
    private static readonly OrdersRequest Some = new() { OrderIds = [5_000_000_001, 2] };

    private static readonly Dictionary<string, Func<IPickupOrdersApi, Task>> Calls = new()
    {
        ["GET /api/v3/click-collect/orders/new"] = api => api.GetNewOrdersAsync(Cancel),
        ["GET /api/v3/click-collect/orders?limit=10&next=0&dateFrom=1790000000&dateTo=1792000000"] = api =>
            api.GetFinishedOrdersAsync(10, 0, 1_790_000_000, 1_792_000_000, Cancel),
        [Root + """final-price {"orders":[5000000001,2]}"""] = api => api.GetFinalPricesAsync(Some, Cancel),
        ["""POST /api/v3/click-collect/orders/client {"orders":[5000000001,2]}"""] = api => api.GetBuyersAsync(Some, Cancel),
        ["""POST /api/v3/click-collect/orders/client/identity {"orderCode":"170046918-0011","passcode":"0567"}"""] = api =>
            api.CheckPickupCodeAsync(new CheckPickupCodeRequest { OrderCode = "170046918-0011", Code = "0567" }, Cancel),
        [Root + """status/info {"ordersIds":[5000000001,2]}"""] = api => api.GetOrderStatusesAsync(Two, Cancel),
        [Root + """status/confirm {"ordersIds":[5000000001,2]}"""] = api => api.ConfirmOrdersAsync(Two, Cancel),
        [Root + """status/prepare {"ordersIds":[5000000001,2]}"""] = api => api.PrepareOrdersAsync(Two, Cancel),
        [Root + """status/receive {"ordersIds":[5000000001,2]}"""] = api => api.ReceiveOrdersAsync(Two, Cancel),
        [Root + """status/reject {"ordersIds":[5000000001,2]}"""] = api => api.RejectOrdersAsync(Two, Cancel),
        [Root + """status/cancel {"ordersIds":[5000000001,2]}"""] = api => api.CancelOrdersAsync(Two, Cancel),
        [Root + """meta/details {"ordersIds":[5000000001,2]}"""] = api => api.GetMarkingsAsync(Two, Cancel),
        [Root + """meta/delete {"key":"customsDeclaration","ordersIds":[5,6]}"""] = api =>
            api.DeleteMarkingsAsync(new DeleteMarkingsRequest { Kind = MarkingCodeKind.CustomsDeclaration, OrderIds = [5, 6] }, Cancel),
        [Root + """meta/sgtin {"orders":[{"orderId":5,"sgtins":["0104600439931256215aBcD"]}]}"""] = api =>
            api.SetSgtinsAsync(new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = 5, Sgtins = ["0104600439931256215aBcD"] }] }, Cancel),
        [Root + """meta/uin {"orders":[{"orderId":5,"uin":"1234568909091232"}]}"""] = api =>
            api.SetUinsAsync(new OrderUinsRequest { Orders = [new OrderUin { OrderId = 5, Uin = "1234568909091232" }] }, Cancel),
        [Root + """meta/imei {"orders":[{"orderId":5,"imei":"490154203237518"}]}"""] = api =>
            api.SetImeisAsync(new OrderImeisRequest { Orders = [new OrderImei { OrderId = 5, Imei = "490154203237518" }] }, Cancel),
        [Root + """meta/gtin {"orders":[{"orderId":5,"gtin":"4810143000012"}]}"""] = api =>
            api.SetGtinsAsync(new OrderGtinsRequest { Orders = [new OrderGtin { OrderId = 5, Gtin = "4810143000012" }] }, Cancel),
        [Root + """meta/customs-declaration {"orders":[{"orderId":5,"customsDeclaration":"10704010/010624/0000302","originCountryCode":"156"}]}"""] = api =>
            api.SetCustomsDeclarationsAsync(
                new OrderCustomsDeclarationsRequest
                {
                    Orders = [new OrderCustomsDeclaration { OrderId = 5, CustomsDeclaration = "10704010/010624/0000302", OriginCountryCode = "156" }],
                },
                Cancel),
    };

    public static TheoryData<string> Expected => [.. Calls.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeHost<IPickupOrdersApi>(PickupOrdersJsonContext.Default, EmptyLists.Json);
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests);
    }

    [Fact]
    public void Every_operation_is_called_here() => Assert.Equal(WildberriesOperations.Of<IPickupOrdersApi>().Count, Calls.Count);

    [Fact]
    public async Task A_new_order_is_read_with_all_that_WB_tells_of_it()
    {
        using var host = new FakeHost<IPickupOrdersApi>(PickupOrdersJsonContext.Default, """
            {"orders":[{"ddate":"29.10.2026","salePrice":14000,"requiredMeta":["sgtin"],"article":"wb1702fyjh","rid":"1234567673554519872.0.0","createdAt":"2026-10-29T10:19:30Z",
              "warehouseAddress":"Москва, Софийская набережная, 4 с1","orderCode":"23457822-6667","payMode":"postpaid","skus":["2041546265353"],"id":1234567890,"warehouseId":1234567,
              "nmId":123456789,"chrtId":987654321,"price":14000,"finalPrice":13000,"convertedPrice":14100,"convertedFinalPrice":13100,"currencyCode":643,"convertedCurrencyCode":643,
              "cargoType":1,"isZeroOrder":false,"options":{"isB2b":true}},{"id":2,"ddate":"","payMode":"later"}]}
            """);
        IReadOnlyList<NewPickupOrder> orders = (await host.Api.GetNewOrdersAsync(Cancel)).Orders;
        NewPickupOrder order = orders[0];
        Assert.Equal((1_234_567_890, "1234567673554519872.0.0", "23457822-6667", PickupPayMode.Postpaid), (order.Id, order.Rid, order.OrderCode, order.PayMode));
        Assert.Equal((new DateOnly(2026, 10, 29), new DateTimeOffset(2026, 10, 29, 10, 19, 30, TimeSpan.Zero)), (order.DeliveryDay, order.CreatedAt));
        Assert.Equal((1_234_567, "Москва, Софийская набережная, 4 с1"), (order.WarehouseId, order.WarehouseAddress));
        Assert.Equal([MarkingCodeKind.Sgtin], order.RequiredMarkings);
        Assert.Equal(
            (14_000m, 14_000m, 14_100m, 13_000m, 13_100m),
            (order.SalePriceHundredths, order.PriceHundredths, order.ConvertedPriceHundredths, order.FinalPriceHundredths, order.ConvertedFinalPriceHundredths));
        Assert.True(order.Options?.IsB2B);
        Assert.Equal((null, PickupPayMode.From("later")), (orders[1].DeliveryDay, orders[1].PayMode));
    }

    [Fact]
    public async Task Statuses_name_the_orders_that_the_seller_does_not_have()
    {
        using var host = new FakeHost<IPickupOrdersApi>(PickupOrdersJsonContext.Default, """
            {"orders":[{"supplierStatus":"confirm","wbStatus":"waiting","errors":[],"orderId":123456},
              {"supplierStatus":"","wbStatus":"","errors":[{"code":404,"detail":"NotFound"}],"orderId":789012}]}
            """);
        IReadOnlyList<OrderStatusResult> orders = (await host.Api.GetOrderStatusesAsync(Two, Cancel)).Orders;
        Assert.Equal((123_456, SupplierStatus.Confirm, WbStatus.Waiting), (orders[0].OrderId, orders[0].SupplierStatus, orders[0].WbStatus));
        Assert.Equal((default, default, OrderErrorReason.NotFound), (orders[1].SupplierStatus, orders[1].WbStatus, Assert.Single(orders[1].Errors).Reason));
    }

    [Fact]
    public async Task Label_identifiers_are_read_with_what_the_check_found()
    {
        using var host = new FakeHost<IPickupOrdersApi>(PickupOrdersJsonContext.Default, """
            {"requestId":"1","orders":[{"orderId":5,"isError":false,"errors":[],"metaDetails":[
                {"key":"imei","value":"359876543210025","decision":"imeiInvalidFormat"},{"key":"sgtin","value":null,"decision":"required"}]},
              {"orderId":6,"isError":true,"errors":[{"code":404,"detail":"NotFound"}],"metaDetails":null}]}
            """);
        IReadOnlyList<OrderMarking> orders = (await host.Api.GetMarkingsAsync(Two, Cancel)).Orders;
        Assert.Equal(
            [
                new MarkingDetail { Kind = MarkingCodeKind.Imei, Value = "359876543210025", Decision = MarkingDecision.ImeiInvalidFormat },
                new MarkingDetail { Kind = MarkingCodeKind.Sgtin, Decision = MarkingDecision.Required },
            ],
            orders[0].Details);
        Assert.True(orders[1].IsError);
        Assert.Empty(orders[1].Details);
    }

    [Fact]
    public async Task A_wrong_code_is_a_conflict_that_is_not_repeated()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.Conflict, """{"code":"InvalidPasscode"}""");
        var error = await Assert.ThrowsAsync<WildberriesConflictException>(() => wb.Elapse(
            wb.Client.PickupOrders.CheckPickupCodeAsync(new CheckPickupCodeRequest { OrderCode = "170046918-0011", Code = "4567" }, Cancel)));
        Assert.Equal("InvalidPasscode", error.Code);
        Assert.DoesNotContain("4567", error.ToString(), StringComparison.Ordinal);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public void Nothing_of_a_buyer_gets_into_a_text_for_logs()
    {
        var buyer = new PickupBuyer { OrderId = 77, FirstName = "Ольга", Phone = "+7111111111", PhoneCode = "3535" };
        foreach (string text in new[]
        {
            buyer.ToString(),
            new PickupBuyersResponse { Orders = [buyer] }.ToString(),
            new CheckPickupCodeRequest { OrderCode = "170046918-0011", Code = "3535" }.ToString(),
        })
        {
            foreach (string secret in new[] { "Ольга", "+7111111111", "3535" })
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        Assert.Contains("77", buyer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1", "OrderCode")]
    [InlineData("1", " ", "Code")]
    public void A_purchase_and_a_code_must_be_given(string purchase, string code, string name) => Assert.Equal(
        name, Assert.Throws<ArgumentException>(() => new CheckPickupCodeRequest { OrderCode = purchase, Code = code }).ParamName);
}
