using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.FbsOrders;

public sealed class FbsOrdersAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_order_is_read()
    {
        NewFbsOrdersResponse answer = await AnswerAsync(
            """
            {"orders":[{"address":{"fullAddress":"Челябинск, 51-я улица Арабкира","longitude":44.519068,"latitude":40.20192},"ddate":"17.05.2024","sellerDate":null,
            "salePrice":504600,"requiredMeta":["uin"],"optionalMeta":null,"deliveryType":"fbs","comment":"Упакуйте в плёнку","scanPrice":null,
            "orderUid":"165918930_62","article":"one-ring-7548","colorCode":"RAL 3017","rid":"f884001e44e511edb8780242ac120002","createdAt":"2022-05-04T07:56:29Z",
            "offices":["Калуга"],"skus":["6665956397512"],"id":13833711,"warehouseId":658434,"officeId":123,"nmId":123456789,"chrtId":987654321,"price":1014,
            "finalPrice":1013,"convertedPrice":28322,"convertedFinalPrice":28300,"currencyCode":933,"convertedCurrencyCode":643,"cargoType":2,"crossBorderType":1,
            "isZeroOrder":false,"isPickupPointShipmentAllowed":true,"options":{"isB2B":true}}]}
            """,
            api => api.GetNewOrdersAsync(Cancel));
        NewFbsOrder order = Assert.Single(answer.Orders);
        Assert.Equal((13_833_711, "f884001e44e511edb8780242ac120002", 658_434, 123_456_789, 987_654_321), (order.Id, order.Rid, order.WarehouseId, order.NmId, order.ChrtId));
        Assert.Equal((504_600m, 1_014m, 1_013m, 28_322m, 28_300m), (order.SalePriceHundredths, order.PriceHundredths, order.FinalPriceHundredths, order.ConvertedPriceHundredths, order.ConvertedFinalPriceHundredths));
        Assert.Equal((933, 643), (order.CurrencyCode, order.ConvertedCurrencyCode));
        Assert.Equal((CargoType.Oversized, CrossBorderType.CrossBorder, OrderDeliveryType.Fbs), (order.CargoType, order.CrossBorderType, order.DeliveryType));
        Assert.Equal((new DateOnly(2024, 5, 17), null), (order.DeliveryDate, order.SellerDate));
        Assert.Equal([MarkingCodeKind.Uin], order.RequiredMarkings);
        Assert.Empty(order.OptionalMarkings);
        Assert.Equal(new DateTimeOffset(2022, 5, 4, 7, 56, 29, TimeSpan.Zero), order.CreatedAt);
        Assert.Equal((true, true, false), (order.IsPickupPointShipmentAllowed, order.Options?.IsB2B, order.IsZeroOrder));
        Assert.Equal(44.519068m, order.Address?.Longitude);
    }

    [Fact]
    public async Task A_bare_new_order_is_read()
    {
        NewFbsOrdersResponse answer = await AnswerAsync("""{"orders":[{"id":5,"ddate":"soon"}]}""", api => api.GetNewOrdersAsync(Cancel));
        NewFbsOrder order = Assert.Single(answer.Orders);
        Assert.Equal((5, null, null, null), (order.Id, order.PriceHundredths, order.IsPickupPointShipmentAllowed, order.DeliveryDate));
        Assert.Equal("soon", order.UnreadableProperties["ddate"].GetString());
    }

    [Fact]
    public async Task An_order_of_the_list_and_one_of_the_archive_are_read()
    {
        FbsOrdersResponse page = await AnswerAsync(
            """{"next":13833711,"orders":[{"id":1,"supplyId":"WB-GI-92937123","scanPrice":1500,"cargoType":3,"crossBorderType":0,"isZeroOrder":true}]}""",
            api => api.GetOrdersAsync(1000, 0, cancellationToken: Cancel));
        FbsOrder order = Assert.Single(page.Orders);
        Assert.Equal((13_833_711, "WB-GI-92937123", 1_500m, CargoType.Large, CrossBorderType.Local, true), (page.Next, order.SupplyId, order.ScanPriceKopecks, order.CargoType, order.CrossBorderType, order.IsZeroOrder));

        ArchivedFbsOrdersResponse archive = await AnswerAsync(
            """
            {"next":null,"orders":[{"cargoType":"kgtPlus","colorCode":null,"createdAt":"2022-05-04","crossBorder":{"parcel":"1Z9"},"crossBorderType":"crossBorder","id":1234567890,
            "isZeroOrder":false,"metaDetails":[{"key":"uin","value":null,"decision":"uinMaySell"}],"options":{"isB2B":false},"orderUid":"165","priceInfo":
            {"convertedCurrencyCode":643,"convertedPrice":1020,"currencyCode":643,"price":1020},"product":{"article":"wv","chrtId":12345678,"nmId":370870300,"skus":["1"]},"rid":"f8",
            "scanPrice":5200,"status":{"supplierStatus":"complete","wbStatus":"sent_to_carrier"},"stickerId":33811984302,"supplyId":null,"warehouseId":55684681}]}
            """,
            api => api.GetArchivedOrdersAsync(2022, 5, 0, 1000, Cancel));
        ArchivedFbsOrder archived = Assert.Single(archive.Orders);
        Assert.Null(archive.Next);
        Assert.Equal((1_234_567_890, new DateOnly(2022, 5, 4), ArchivedCargoType.Large, ArchivedCrossBorderType.CrossBorder), (archived.Id, archived.CreatedOn, archived.CargoType, archived.CrossBorderType));
        Assert.Equal((SupplierStatus.Complete, WbStatus.SentToCarrier), (archived.Status?.SupplierStatus, archived.Status?.WbStatus));
        Assert.Equal((1_020m, 370_870_300, "1Z9", 5_200m), (archived.Prices?.PriceHundredths, archived.Product?.NmId, archived.Parcel?.ParcelId, archived.ScanPriceKopecks));
        Assert.Equal([new MarkingDetail { Kind = MarkingCodeKind.Uin, Decision = MarkingDecision.UinMaySell }], archived.Markings);
    }

    [Fact]
    public async Task Statuses_and_ways_are_read()
    {
        FbsOrderStatusesResponse statuses = await AnswerAsync(
            """{"orders":[{"id":5632423,"isCancellable":true,"supplierStatus":"confirm","wbStatus":"from_the_future"}]}""",
            api => api.GetOrderStatusesAsync(Five, Cancel));
        Assert.Equal(
            [new FbsOrderStatus { Id = 5_632_423, IsCancellable = true, SupplierStatus = SupplierStatus.Confirm, WbStatus = WbStatus.From("from_the_future") }],
            statuses.Orders);

        FbsOrderTrackingsResponse ways = await AnswerAsync(
            """{"orders":[{"deliveryDate":"2026-11-01T00:00:00Z","statuses":[{"date":null,"code":"sorted"},{"date":"2026-10-05","code":"on_way"}],"orderID":123456789}]}""",
            api => api.GetTrackingsAsync(Five, Cancel));
        FbsOrderTracking way = Assert.Single(ways.Orders);
        Assert.Equal((123_456_789, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)), (way.OrderId, way.DeliveryDate));
        Assert.Equal([(FbsTrackingCode.Sorted, false), (FbsTrackingCode.OnWay, true)], way.Steps.Select(step => (step.Code, step.At is not null)));
    }

    [Fact]
    public async Task Stickers_label_identifiers_and_reshipments_are_read()
    {
        FbsStickersResponse stickers = await AnswerAsync(
            """{"stickers":[{"orderId":5346346,"partA":"231648","partB":"9753","barcode":"!uKEtQZVx","file":"XlhB"}]}""",
            api => api.GetStickersAsync(StickerFormat.Png, 58, 40, Five, Cancel));
        Assert.Equal([new OrderSticker { OrderId = 5_346_346, PartA = "231648", PartB = "9753", Barcode = "!uKEtQZVx", File = "XlhB" }], stickers.Stickers);

        CrossBorderStickersResponse parcels = await AnswerAsync(
            """{"stickers":[{"orderId":987654320,"status":"awaitingTrackNumber","parcelId":"","file":"","partA":"","partB":"","barcode":""}]}""",
            api => api.GetCrossBorderStickersAsync(Five, Cancel));
        Assert.Equal((987_654_320, CrossBorderStickerStatus.AwaitingTrackNumber, ""), (parcels.Stickers[0].OrderId, parcels.Stickers[0].Status, parcels.Stickers[0].File));

        FbsOrderMarkingsResponse markings = await AnswerAsync(
            """{"orders":[{"id":5,"metaDetails":[{"key":"sgtin","value":"0104","decision":"sgtinIntroduced"},{"key":"imei","value":null,"decision":"optional"}]}]}""",
            api => api.GetMarkingsAsync(Five, Cancel));
        Assert.Equal(5, markings.Orders[0].OrderId);
        Assert.Equal(
            [
                new MarkingDetail { Kind = MarkingCodeKind.Sgtin, Value = "0104", Decision = MarkingDecision.SgtinIntroduced },
                new MarkingDetail { Kind = MarkingCodeKind.Imei, Decision = MarkingDecision.Optional },
            ],
            markings.Orders[0].Details);

        ReshipmentOrdersResponse again = await AnswerAsync("""{"orders":[{"supplyID":"WB-GI-1234567","orderID":5632423}]}""", api => api.GetReshipmentOrdersAsync(Cancel));
        Assert.Equal([new ReshipmentOrder { SupplyId = "WB-GI-1234567", OrderId = 5_632_423 }], again.Orders);
    }

    [Fact]
    public async Task Auto_returns_are_answered_size_by_size()
    {
        AutoReturnItemsResponse items = await AnswerAsync(
            """{"results":[{"success":true,"chrtId":111111,"type":"byWarehouse","changeable":true},{"error":[{"code":404,"detail":"NotFound"}],"chrtId":222222}]}""",
            api => api.GetAutoReturnItemsAsync(new AutoReturnItemsRequest { ChrtIds = [111_111] }, Cancel));
        Assert.Equal((111_111, AutoReturnDestination.Warehouse, true, true), (items.Items[0].ChrtId, items.Items[0].Destination, items.Items[0].IsChangeable, items.Items[0].Success));
        Assert.Equal((222_222, false), (items.Items[1].ChrtId, items.Items[1].Success));
        Assert.Equal([new AutoReturnError { Code = 404, Detail = "NotFound" }], items.Items[1].Errors);

        AutoReturnChangesResponse changes = await AnswerAsync(
            """{"results":[{"success":true,"chrtId":111111},{"error":[{"code":404,"detail":"Not Found"}],"chrtId":222222}]}""",
            api => api.ChangeAutoReturnItemsAsync(new ChangeAutoReturnsRequest { ChrtIds = [111_111], Destination = AutoReturnDestination.Warehouse }, Cancel));
        Assert.Equal([(111_111L, true), (222_222L, false)], changes.Items.Select(item => (item.ChrtId, item.Success)));

        RestrictedSubjectsResponse subjects = await AnswerAsync("""{"next":300,"data":[{"subjectId":406},{"subjectId":3109}]}""", api => api.GetRestrictedSubjectsAsync(0, 100, Cancel));
        Assert.Equal(300, subjects.Next);
        Assert.Equal([406, 3109], subjects.Subjects.Select(subject => subject.SubjectId));
    }

    [Fact]
    public void Nothing_that_tells_who_a_buyer_is_gets_into_a_text_for_logs()
    {
        const string Private = "о-покупателе";
        var address = new OrderAddress { FullAddress = Private, Latitude = 40.20192m };
        var buyer = new FbsBuyer { OrderId = 7, FullName = Private, FirstName = Private, LastName = Private, MiddleName = Private, Phone = Private, PhoneCode = Private };
        foreach (object record in new object[]
        {
            new NewFbsOrder { Id = 7, Comment = Private, Address = address },
            new FbsOrder { Id = 7, Comment = Private, Address = address },
            address,
            buyer,
            new FbsBuyersResponse { Orders = [buyer] },
        })
        {
            Assert.DoesNotContain(Private, record.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("40.2", record.ToString(), StringComparison.Ordinal);
        }
    }

    private static FbsOrderIdsRequest Five => new() { OrderIds = [5] };

    private static async Task<T> AnswerAsync<T>(string json, Func<IFbsOrdersApi, Task<T>> call)
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, json);
        return await call(host.Api);
    }
}
