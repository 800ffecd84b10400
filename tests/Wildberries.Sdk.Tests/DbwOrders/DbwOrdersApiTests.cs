using System.Net;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.DbwOrders;

public sealed class DbwOrdersApiTests
{
    private static readonly Dictionary<string, Func<IDbwOrdersApi, Task>> Calls = new()
    {
        ["GET /api/v3/dbw/orders/new"] = api => api.GetNewOrdersAsync(),
        ["GET /api/v3/dbw/orders?limit=1000&next=0&dateFrom=1700000000&dateTo=1702000000"] = api => api.GetFinishedOrdersAsync(1000, 0, 1_700_000_000, 1_702_000_000),
        ["""POST /api/v3/dbw/orders/delivery-date {"orders":[1,4294967298]}"""] = api => api.GetDeliveryDatesAsync(new OrdersRequest { OrderIds = [1, 4_294_967_298] }),
        ["""POST /api/marketplace/v3/dbw/orders/client {"orders":[1]}"""] = api => api.GetBuyersAsync(new OrdersRequest { OrderIds = [1] }),
        ["""POST /api/v3/dbw/orders/status {"orders":[1]}"""] = api => api.GetOrderStatusesAsync(new OrdersRequest { OrderIds = [1] }),
        ["PATCH /api/v3/dbw/orders/4294967298/confirm"] = api => api.ConfirmOrderAsync(4_294_967_298),
        ["PATCH /api/v3/dbw/orders/5/cancel"] = api => api.CancelOrderAsync(5),
        ["""POST /api/v3/dbw/orders/stickers?type=zplv&width=58&height=40 {"orders":[1,2]}"""] = api =>
            api.GetStickersAsync(StickerFormat.ZplVertical, 58, 40, new OrderStickersRequest { OrderIds = [1, 2] }),
        ["""POST /api/marketplace/v3/dbw/orders/status/deliver {"ordersIds":[1]}"""] = api => api.DeliverOrdersAsync(new OrderIdsRequest { OrderIds = [1] }),
        ["""POST /api/v3/dbw/orders/courier {"orders":[1]}"""] = api => api.GetCouriersAsync(new OrdersRequest { OrderIds = [1] }),
        ["""POST /api/marketplace/v3/dbw/orders/meta/details {"ordersIds":[1]}"""] = api => api.GetMarkingsAsync(new OrderIdsRequest { OrderIds = [1] }),
        ["""POST /api/marketplace/v3/dbw/orders/meta/delete {"key":"sgtin","ordersIds":[1]}"""] = api =>
            api.DeleteMarkingsAsync(new DeleteMarkingsRequest { Kind = MarkingCodeKind.Sgtin, OrderIds = [1] }),
        ["""POST /api/marketplace/v3/dbw/orders/meta/sgtin {"orders":[{"orderId":1,"sgtins":["1234567890123456"]}]}"""] = api =>
            api.SetSgtinsAsync(new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = 1, Sgtins = ["1234567890123456"] }] }),
        ["""PUT /api/v3/dbw/orders/5/meta/uin {"uin":"1234567890123456"}"""] = api => api.SetUinAsync(5, new SetUinRequest { Uin = "1234567890123456" }),
        ["""PUT /api/v3/dbw/orders/5/meta/imei {"imei":"123456789012345"}"""] = api => api.SetImeiAsync(5, new SetImeiRequest { Imei = "123456789012345" }),
        ["""PUT /api/v3/dbw/orders/5/meta/gtin {"gtin":"1234567890123"}"""] = api => api.SetGtinAsync(5, new SetGtinRequest { Gtin = "1234567890123" }),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Expected => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, EmptyLists.Json);
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests);
    }

    [Fact]
    public async Task New_orders_are_read_and_the_buyer_stays_out_of_texts()
    {
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, """
            {"orders":[{"address":{"fullAddress":"Челябинск, 51-я улица","longitude":44.519068,"latitude":40.20192},"salePrice":504658,"requiredMeta":["uin","new"],
              "comment":"Упакуйте в пленку","options":{"isB2b":true},"orderUid":"165918930_6","groupId":"7a2c8810","article":"one-ring","colorCode":"RAL 3017",
              "rid":"f884001e","createdAt":"2022-05-04T07:56:29Z","skus":["6665956397512"],"id":13833711,"warehouseId":658434,"nmId":123456789,"chrtId":987654321,
              "price":1014,"convertedPrice":"1015","currencyCode":933,"convertedCurrencyCode":643,"cargoType":3,"isZeroOrder":true},{"id":2,"requiredMeta":null,"address":null}]}
            """);
        IReadOnlyList<NewDbwOrder> orders = (await host.Api.GetNewOrdersAsync(Cancel)).Orders;
        NewDbwOrder order = orders[0];
        Assert.Equal(
            (13_833_711, "f884001e", "165918930_6", "7a2c8810", 658_434, 123_456_789, 987_654_321, "one-ring", "RAL 3017", CargoType.Large),
            (order.Id, order.Rid, order.OrderUid, order.GroupId, order.WarehouseId, order.NmId, order.ChrtId, order.Article, order.ColorCode, order.CargoType));
        Assert.Equal((504_658, 1014, 1015, 933, 643), (order.SalePriceHundredths, order.PriceHundredths, order.ConvertedPriceHundredths, order.CurrencyCode, order.ConvertedCurrencyCode));
        Assert.Equal([MarkingCodeKind.Uin, MarkingCodeKind.From("new")], order.RequiredMarkings);
        Assert.Equal(["6665956397512"], order.Skus);
        Assert.Equal(new DateTimeOffset(2022, 5, 4, 7, 56, 29, TimeSpan.Zero), order.CreatedAt);
        Assert.True(order.IsZeroOrder && order.Options!.IsB2B);
        Assert.Equal(("Упакуйте в пленку", "Челябинск, 51-я улица", 44.519068m), (order.Comment, order.Address!.FullAddress, order.Address.Longitude));
        Assert.Empty(orders[1].RequiredMarkings);
        AssertHidden(order, "Упакуйте", "Челябинск", "44.519");
    }

    [Fact]
    public async Task Finished_orders_are_read_and_the_buyer_stays_out_of_texts()
    {
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, """
            {"next":13833711,"orders":[{"id":5,"rid":"a","comment":"Позвоните","address":{"fullAddress":"Ереван"},"price":100}]}
            """);
        FinishedDbwOrdersResponse page = await host.Api.GetFinishedOrdersAsync(10, 0, 1, 2, Cancel);
        FinishedDbwOrder order = Assert.Single(page.Orders);
        Assert.Equal((13_833_711, 5, "Позвоните", "Ереван", 100), (page.Next, order.Id, order.Comment, order.Address!.FullAddress, order.PriceHundredths));
        AssertHidden(order, "Позвоните", "Ереван");
    }

    [Fact]
    public async Task Buyers_and_couriers_are_read_and_stay_out_of_texts()
    {
        using (var buyers = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, """
            {"orders":[{"replacementPhone":"79871234567","phone":"+79870000000","firstName":"Иван","fullName":"Иванов Иван","additionalPhones":["1234554321",""],
              "additionalPhoneCodes":[12345],"orderId":1345678910,"phoneCode":0}]}
            """))
        {
            DbwBuyer buyer = Assert.Single((await buyers.Api.GetBuyersAsync(new OrdersRequest { OrderIds = [1] }, Cancel)).Orders);
            Assert.Equal((1_345_678_910, "Иван", "Иванов Иван", "79871234567", "+79870000000", 0), (buyer.OrderId, buyer.FirstName, buyer.FullName, buyer.ReplacementPhone, buyer.Phone, buyer.PhoneCode));
            Assert.Equal(["1234554321", ""], buyer.AdditionalPhones);
            Assert.Equal([12345L], buyer.AdditionalPhoneCodes);
            AssertHidden(buyer, "Иван", "7987", "12345543");
        }

        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, """
            {"orders":[{"orderID":1,"courierInfo":{"contacts":{"carNumber":"х111хх11","fullName":"Петров","phone":"71230971931","pTimeFrom":"2025-09-06T08:00:00Z","pTimeTo":null},
              "mustBeAssigned":true,"updatedAt":"2025-09-06T11:33:10+03:00"}},{"orderID":2,"courierInfo":{"contacts":null,"mustBeAssigned":true}},{"orderID":3,"courierInfo":{"mustBeAssigned":false}}]}
            """);
        IReadOnlyList<OrderCourier> couriers = (await host.Api.GetCouriersAsync(new OrdersRequest { OrderIds = [1] }, Cancel)).Orders;
        CourierContacts contacts = couriers[0].Courier!.Contacts!;
        Assert.Equal(("Петров", "71230971931", "х111хх11"), (contacts.FullName, contacts.Phone, contacts.CarNumber));
        Assert.Equal((new DateTimeOffset(2025, 9, 6, 8, 0, 0, TimeSpan.Zero), null), (contacts.ArrivesFrom, contacts.ArrivesTo));
        Assert.Equal([false, true, false], couriers.Select(courier => courier.Courier!.IsMissing));
        AssertHidden(couriers[0], "Петров", "7123", "х111");
    }

    [Fact]
    public async Task Statuses_and_results_are_read_also_those_that_nobody_knows_yet()
    {
        using (var statuses = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, """{"orders":[{"id":5632423,"supplierStatus":"complete","wbStatus":"postponed_delivery"},{"id":2,"supplierStatus":"x"}]}"""))
        {
            Assert.Equal(
                [new DbwOrderStatus { Id = 5_632_423, SupplierStatus = SupplierStatus.Complete, WbStatus = WbStatus.PostponedDelivery }, new DbwOrderStatus { Id = 2, SupplierStatus = SupplierStatus.From("x") }],
                (await statuses.Api.GetOrderStatusesAsync(new OrdersRequest { OrderIds = [1] }, Cancel)).Orders);
        }

        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, """
            {"requestId":"0361","results":[{"orderId":1,"isError":true,"errors":[{"code":409,"detail":"MetaValidationFail","metaDetails":[{"key":"sgtin","value":"123","decision":"sgtinInvalidFormat"}]}]},
              {"orderId":2,"isError":false}]}
            """);
        IReadOnlyList<CheckedOrderResult> results = (await host.Api.DeliverOrdersAsync(new OrderIdsRequest { OrderIds = [1] }, Cancel)).Results;
        CheckedOrderError error = Assert.Single(results[0].Errors);
        Assert.Equal((409, OrderErrorReason.MetaValidationFail, MarkingDecision.SgtinInvalidFormat), (error.Code, error.Reason, Assert.Single(error.Markings).Decision));
        Assert.False(results[1].IsError);
    }

    [Fact]
    public async Task What_WB_would_refuse_is_refused_before_the_network()
    {
        using var host = new FakeWildberries();
        IDbwOrdersApi api = host.Client.DbwOrders;
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("limit", () => api.GetFinishedOrdersAsync(1001, 0, 1, 2, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("orderId", () => api.ConfirmOrderAsync(0, Cancel));
        var stickers = new OrderStickersRequest { OrderIds = [1] };
        await Assert.ThrowsAsync<ArgumentException>("type", () => api.GetStickersAsync(StickerFormat.Pdf, 58, 40, stickers, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("width", () => api.GetStickersAsync(StickerFormat.Png, 59, 40, stickers, Cancel));
        Assert.Empty(host.Arrivals);
    }

    [Fact]
    public void All_operations_but_three_share_the_limit_of_the_contacts()
    {
        foreach (WildberriesOperation operation in WildberriesOperations.Of<IDbwOrdersApi>())
        {
            bool adds = operation.MethodName is nameof(IDbwOrdersApi.SetUinAsync) or nameof(IDbwOrdersApi.SetImeiAsync) or nameof(IDbwOrdersApi.SetGtinAsync);
            Assert.Equal((adds ? MarketplaceHost.AddingDbwLabels : MarketplaceHost.Dbw, 10), (operation.LimitGroup, operation.ClientErrorCost));
        }
    }

    [Fact]
    public async Task Confirming_is_sent_once_although_its_answer_is_lost()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.BadGateway);
        await Assert.ThrowsAnyAsync<WildberriesServerException>(() => wb.Elapse(Confirm()));
        Assert.Single(wb.Arrivals);

        async Task<bool> Confirm()
        {
            await wb.Client.DbwOrders.ConfirmOrderAsync(5, Cancel);
            return true;
        }
    }

    private static void AssertHidden(object model, params string[] texts) =>
        Assert.All(texts, text => Assert.DoesNotContain(text, model.ToString()!, StringComparison.Ordinal));
}
