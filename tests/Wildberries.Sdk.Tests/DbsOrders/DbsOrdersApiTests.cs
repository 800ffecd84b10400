using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.DbsOrders;

public sealed class DbsOrdersApiTests
{
    private static readonly OrderIdsRequest Two = new() { OrderIds = [5_000_000_001, 2] };
    private static readonly OrdersRequest Some = new() { OrderIds = [5_000_000_001, 2] };

    private static readonly Dictionary<string, Func<IDbsOrdersApi, Task>> Calls = new()
    {
        ["GET /api/v3/dbs/orders/new"] = api => api.GetNewOrdersAsync(Cancel),
        ["GET /api/v3/dbs/orders?limit=1000&next=13833711&dateFrom=1790000000&dateTo=1792000000"] = api =>
            api.GetFinishedOrdersAsync(1000, 13_833_711, 1_790_000_000, 1_792_000_000, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/final-price {"orders":[5000000001,2]}"""] = api => api.GetFinalPricesAsync(Some, Cancel),
        ["""POST /api/v3/dbs/groups/info {"groups":["7a2c8810","5a8f4523"]}"""] = api =>
            api.GetDeliveryGroupsAsync(new DeliveryGroupsRequest { GroupIds = ["7a2c8810", "5a8f4523"] }, Cancel),
        ["""POST /api/v3/dbs/orders/client {"orders":[5000000001,2]}"""] = api => api.GetBuyersAsync(Some, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/b2b/info {"ordersIds":[5000000001,2]}"""] = api => api.GetBusinessBuyersAsync(Two, Cancel),
        ["""POST /api/v3/dbs/orders/delivery-date {"orders":[5000000001,2]}"""] = api => api.GetDeliveryDatesAsync(Some, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/status/info {"ordersIds":[5000000001,2]}"""] = api => api.GetOrderStatusesAsync(Two, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/status/confirm {"ordersIds":[5000000001,2]}"""] = api => api.ConfirmOrdersAsync(Two, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/status/deliver {"ordersIds":[5000000001,2]}"""] = api => api.DeliverOrdersAsync(Two, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/status/receive {"orders":[{"orderId":5,"code":"074185"}]}"""] = api =>
            api.ReceiveOrdersAsync(new OrderCodesRequest { Orders = [new OrderCode { OrderId = 5, Code = "074185" }] }, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/status/reject {"orders":[{"orderId":5,"code":"074185"}]}"""] = api =>
            api.RejectOrdersAsync(new OrderCodesRequest { Orders = [new OrderCode { OrderId = 5, Code = "074185" }] }, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/status/cancel {"ordersIds":[5000000001,2]}"""] = api => api.CancelOrdersAsync(Two, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/stickers?type=pdf&width=58&height=40 {"orders":[5]}"""] = api =>
            api.GetStickersAsync(StickerFormat.Pdf, 58, 40, new OrderStickersRequest { OrderIds = [5] }, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/meta/details {"ordersIds":[5000000001,2]}"""] = api => api.GetMarkingsAsync(Two, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/meta/delete {"key":"imei","orderIds":[5,6]}"""] = api =>
            api.DeleteMarkingsAsync(new DeleteDbsMarkingsRequest { Kind = MarkingCodeKind.Imei, OrderIds = [5, 6] }, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/meta/sgtin {"orders":[{"orderId":5,"sgtins":["0104600439931256215aBcD"]}]}"""] = api =>
            api.SetSgtinsAsync(new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = 5, Sgtins = ["0104600439931256215aBcD"] }] }, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/meta/uin {"orders":[{"orderId":5,"uin":"1234568909091232"}]}"""] = api =>
            api.SetUinsAsync(new OrderUinsRequest { Orders = [new OrderUin { OrderId = 5, Uin = "1234568909091232" }] }, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/meta/imei {"orders":[{"orderId":5,"imei":"490154203237518"}]}"""] = api =>
            api.SetImeisAsync(new OrderImeisRequest { Orders = [new OrderImei { OrderId = 5, Imei = "490154203237518" }] }, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/meta/gtin {"orders":[{"orderId":5,"gtin":"4810143000012"}]}"""] = api =>
            api.SetGtinsAsync(new OrderGtinsRequest { Orders = [new OrderGtin { OrderId = 5, Gtin = "4810143000012" }] }, Cancel),
        ["""POST /api/marketplace/v3/dbs/orders/meta/customs-declaration {"orders":[{"orderId":5,"customsDeclaration":"10704010/010624/0000302","originCountryCode":"643"}]}"""] = api =>
            api.SetCustomsDeclarationsAsync(
                new OrderCustomsDeclarationsRequest
                {
                    Orders = [new OrderCustomsDeclaration { OrderId = 5, CustomsDeclaration = "10704010/010624/0000302", OriginCountryCode = "643" }],
                },
                Cancel),
    };

    public static TheoryData<string> Expected => [.. Calls.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, expected.Contains("groups/info", StringComparison.Ordinal) ? "[]" : EmptyLists.Json);
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests);
    }

    [Fact]
    public void Every_operation_is_called_here() => Assert.Equal(WildberriesOperations.Of<IDbsOrdersApi>().Count, Calls.Count);

    [Fact]
    public async Task A_new_order_is_read_with_all_that_WB_tells_of_it()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, """
            {"orders":[{"id":"4294967297","rid":"f884001e44e511edb8780242ac120002","createdAt":"2026-10-04T07:56:29Z","deliveryType":"dbsPickupPoint","warehouseId":658434,
              "orderUid":"165918930_629f","groupId":"7a2c8810-1db2","nmId":123456789,"chrtId":987654321,"article":"one-ring-7548","colorCode":"RAL 3017","skus":["6665956397512"],
              "cargoType":2,"requiredMeta":["uin","newKind"],"salePrice":504658,"price":1014,"convertedPrice":28322,"finalPrice":1000,"convertedFinalPrice":27900,
              "currencyCode":933,"convertedCurrencyCode":643,"isZeroOrder":true,"options":{"isB2b":true},"wbStickerId":5000000000,
              "address":{"fullAddress":"Челябинск, ул. Арабкира, 10А, 42","longitude":44.519068,"latitude":40.20192},"comment":"Упакуйте в плёнку"}]}
            """);
        NewDbsOrder order = Assert.Single((await host.Api.GetNewOrdersAsync(Cancel)).Orders);
        Assert.Equal((4_294_967_297, "f884001e44e511edb8780242ac120002", OrderDeliveryType.DbsPickupPoint), (order.Id, order.Rid, order.DeliveryType));
        Assert.Equal(new DateTimeOffset(2026, 10, 4, 7, 56, 29, TimeSpan.Zero), order.CreatedAt);
        Assert.Equal((658_434, "165918930_629f", "7a2c8810-1db2"), (order.WarehouseId, order.OrderUid, order.GroupId));
        Assert.Equal((123_456_789, 987_654_321, "one-ring-7548", "RAL 3017"), (order.NmId, order.ChrtId, order.Article, order.ColorCode));
        Assert.Equal(["6665956397512"], order.Skus);
        Assert.Equal([MarkingCodeKind.Uin, MarkingCodeKind.From("newKind")], order.RequiredMarkings);
        Assert.Equal(
            (504_658m, 1014m, 28_322m, 1000m, 27_900m),
            (order.SalePriceHundredths, order.PriceHundredths, order.ConvertedPriceHundredths, order.FinalPriceHundredths, order.ConvertedFinalPriceHundredths));
        Assert.Equal((933, 643, CargoType.Oversized, true, 5_000_000_000), (order.CurrencyCode, order.ConvertedCurrencyCode, order.CargoType, order.IsZeroOrder, order.WbStickerId));
        Assert.True(order.Options?.IsB2B);
        Assert.Equal((44.519068m, 40.20192m), (order.Address?.Longitude, order.Address?.Latitude));
    }

    [Fact]
    public async Task Finished_orders_come_with_the_place_of_the_next_page()
    {
        using var host = new FakeHost<IDbsOrdersApi>(
            DbsOrdersJsonContext.Default, """{"next":13833711,"orders":[{"id":5,"scanPrice":50,"address":null},{"id":6,"scanPrice":null}]}""");
        FinishedDbsOrdersResponse page = await host.Api.GetFinishedOrdersAsync(2, 0, 1, 2, Cancel);
        Assert.Equal((13_833_711, 2), (page.Next, page.Orders.Count));
        Assert.Equal([50m, null], page.Orders.Select(order => order.ScanPriceKopecks));
    }

    [Fact]
    public async Task Each_order_that_was_to_be_changed_has_its_own_result()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, """
            {"requestId":"0361","results":[
              {"orderId":4299281547,"isError":true,"errors":[{"code":404,"detail":"NotFound"}]},
              {"orderId":1234567890,"isError":true,"errors":[{"code":409,"detail":"MetaValidationFail","metaDetails":[
                {"key":"sgtin","value":"0102900304495480215KE","decision":"sgtinInvalidFormat"}]}]},
              {"orderId":4279781545,"isError":false}]}
            """);
        CheckedOrderResultsResponse answer = await host.Api.DeliverOrdersAsync(Two, Cancel);
        Assert.Equal("0361", answer.RequestId);
        Assert.Equal([(4_299_281_547, true), (1_234_567_890, true), (4_279_781_545, false)], answer.Results.Select(result => (result.OrderId, result.IsError)));
        Assert.Equal((404, OrderErrorReason.NotFound), (answer.Results[0].Errors[0].Code, answer.Results[0].Errors[0].Reason));
        Assert.Equal(
            new MarkingDetail { Kind = MarkingCodeKind.Sgtin, Value = "0102900304495480215KE", Decision = MarkingDecision.SgtinInvalidFormat },
            Assert.Single(Assert.Single(answer.Results[1].Errors).Markings));
        Assert.Empty(answer.Results[2].Errors);
    }

    [Theory]
    [InlineData("""{"orderId":5,"data":{"originalPrice":29000,"originalFinalPrice":27000,"currencyCode":643},"isError":false}""", false, 27_000)]
    [InlineData("""{"orderId":5,"data":{},"isError":false}""", true, null)]
    [InlineData("""{"orderId":5,"data":{"currencyCode":643}}""", true, null)]
    [InlineData("""{"orderId":5,"data":null}""", false, null)]
    [InlineData("""{"orderId":5}""", false, null)]
    [InlineData("""{"orderId":5,"data":{},"isError":true,"errors":[{"code":422,"detail":"PriceNotCalculated"}]}""", false, null)]
    public async Task A_final_price_is_there_or_is_being_made_or_there_is_none(string json, bool isPending, int? price)
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, $$"""{"requestId":"1","results":[{{json}}]}""");
        FinalPriceResult result = Assert.Single((await host.Api.GetFinalPricesAsync(Some, Cancel)).Results);
        Assert.Equal((5, isPending, price), (result.OrderId, result.IsPending, result.Price?.FinalPriceHundredths));
    }

    [Fact]
    public async Task Phone_extensions_are_texts_and_may_be_empty()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, """
            {"orders":[{"orderID":5,"phone":"+79871234567","phoneCode":1234567,"additionalPhoneCodes":["012345",""],"replacementPhone":"","firstName":"Иван","fullName":"Иван Иванович"},
              {"orderID":6,"phone":"","phoneCode":""}]}
            """);
        IReadOnlyList<DbsBuyer> buyers = (await host.Api.GetBuyersAsync(Some, Cancel)).Orders;
        Assert.Equal((5, "+79871234567", "1234567", ""), (buyers[0].OrderId, buyers[0].Phone, buyers[0].PhoneCode, buyers[0].ReplacementPhone));
        Assert.Equal(["012345", ""], buyers[0].AdditionalPhoneCodes);
        Assert.Equal(("", ""), (buyers[1].Phone, buyers[1].PhoneCode));
    }

    [Fact]
    public async Task A_delivery_date_is_a_day_and_a_time_of_day_with_those_before_a_change()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, """
            {"orders":[{"id":5,"dDate":"2026-01-26","dTimeFrom":"11:11","dTimeTo":"22:22","dDateOld":"","dTimeFromOld":null,"dTimeToOld":"22:30","dDateFrom":"","dDateTo":""}]}
            """);
        DeliveryDate date = Assert.Single((await host.Api.GetDeliveryDatesAsync(Some, Cancel)).Orders);
        Assert.Equal((5, new DateOnly(2026, 1, 26), "11:11", "22:22"), (date.OrderId, date.Day, date.TimeFrom, date.TimeTo));
        Assert.Equal((null, null, "22:30"), (date.PreviousDay, date.PreviousTimeFrom, date.PreviousTimeTo));
    }

    [Theory]
    [InlineData("null", 0)]
    [InlineData("[]", 0)]
    [InlineData("""[{"groupID":"0596a30a","deliveryCost":1108,"convertedDeliveryCost":29803,"currencyCode":933,"convertedCurrencyCode":643}]""", 1)]
    public async Task There_may_be_no_group_with_paid_delivery(string json, int count)
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, json);
        IReadOnlyList<DeliveryGroup> groups = await host.Api.GetDeliveryGroupsAsync(new DeliveryGroupsRequest { GroupIds = ["0596a30a"] }, Cancel);
        Assert.Equal(count, groups.Count);
        Assert.All(groups, group => Assert.Equal(("0596a30a", 1108m, 29_803m), (group.GroupId, group.DeliveryCostHundredths, group.ConvertedDeliveryCostHundredths)));
    }

    [Fact]
    public void Nothing_of_a_buyer_gets_into_a_text_for_logs()
    {
        var address = new OrderAddress { FullAddress = "Челябинск", Latitude = 55.15m, Longitude = 61.4m };
        var buyer = new DbsBuyer { OrderId = 77, FirstName = "Иван", FullName = "Иван Иванов", Phone = "+7987", PhoneCode = "1234", ReplacementPhone = "+7988", AdditionalPhoneCodes = ["5678"] };
        var business = new BusinessBuyer { Name = "ИП Иванов", Inn = "8888888888", Kpp = "770101001" };
        var code = new OrderCode { OrderId = 77, Code = "741852" };
        foreach (string text in new[]
        {
            new NewDbsOrder { Id = 77, Address = address, Comment = "Позвоните Ивану" }.ToString(),
            new FinishedDbsOrder { Id = 77, Address = address, Comment = "Позвоните Ивану" }.ToString(),
            buyer.ToString(),
            new DbsBuyersResponse { Orders = [buyer] }.ToString(),
            new BusinessBuyerResult { OrderId = 77, Buyer = business }.ToString(),
            code.ToString(),
            new OrderCodesRequest { Orders = [code] }.ToString(),
        })
        {
            foreach (string secret in new[] { "Челябинск", "55.15", "61.4", "Иван", "+798", "1234", "5678", "8888888888", "770101001", "741852" })
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        Assert.Contains("77", buyer.ToString(), StringComparison.Ordinal);
        Assert.Contains("77", new NewDbsOrder { Id = 77 }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_and_codes_are_counted_before_the_network()
    {
        Assert.Equal("GroupIds", Assert.Throws<ArgumentException>(() => new DeliveryGroupsRequest { GroupIds = [] }).ParamName);
        Assert.Equal("GroupIds", Assert.Throws<ArgumentException>(() => new DeliveryGroupsRequest { GroupIds = new string[1001] }).ParamName);
        Assert.Equal("Orders", Assert.Throws<ArgumentException>(() => new OrderCodesRequest { Orders = [] }).ParamName);
        Assert.Equal("Orders", Assert.Throws<ArgumentException>(() => new OrderCodesRequest { Orders = [.. Enumerable.Repeat(new OrderCode { OrderId = 1 }, 1001)] }).ParamName);
    }
}
