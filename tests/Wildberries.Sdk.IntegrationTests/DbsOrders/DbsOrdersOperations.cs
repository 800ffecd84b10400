using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.DbsOrders;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class DbsOrdersOperations
{
    private static readonly EmulatedPurchase Lamp = new()
    {
        NmId = 168902447,
        Kind = EmulatedOrderKind.Dbs,
        IsB2B = true,
        Comment = "Позвоните за час",
        OptionalMarking = [MarkingCodeKind.Sgtin, MarkingCodeKind.Uin, MarkingCodeKind.Imei, MarkingCodeKind.Gtin, MarkingCodeKind.CustomsDeclaration],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IDbsOrdersApi api, EmulatedOrders orders)
    {
        orders.FinalPriceTime = TimeSpan.Zero;
        orders.MarkingCheckTime = TimeSpan.Zero;
        orders.DeliveryCostInHundredths = 29_900;
        EmulatedOrder lamp = orders.BuyerOrders(Lamp), parcel = orders.BuyerOrders(Lamp with { Kind = EmulatedOrderKind.DbsPickupPoint, IsB2B = false });
        EmulatedOrder refused = orders.BuyerOrders(Lamp), unwanted = orders.BuyerOrders(Lamp with { Kind = EmulatedOrderKind.Express });
        var all = new OrderIdsRequest { OrderIds = [lamp.Id, parcel.Id, refused.Id] };
        var some = new OrdersRequest { OrderIds = [lamp.Id] };
        var one = new OrderIdsRequest { OrderIds = [lamp.Id] };

        IReadOnlyList<NewDbsOrder> added = (await api.GetNewOrdersAsync(Cancel)).Orders;
        NewDbsOrder order = added.Single(found => found.Id == lamp.Id);
        Assert.Equal((lamp.Rid, OrderDeliveryType.Dbs, 100_000m, "Позвоните за час", true), (order.Rid, order.DeliveryType, order.PriceHundredths, order.Comment, order.Options!.IsB2B));
        Assert.Equal(5, order.RequiredMarkings.Count);
        Assert.Equal([OrderDeliveryType.Dbs, OrderDeliveryType.DbsPickupPoint, OrderDeliveryType.Dbs, OrderDeliveryType.ExpressDbs], added.Select(found => found.DeliveryType));
        Assert.Equal(100_000m, Assert.Single((await api.GetFinalPricesAsync(some, Cancel)).Results).Price!.FinalPriceHundredths);
        Assert.Equal(29_900m, Assert.Single(await api.GetDeliveryGroupsAsync(new DeliveryGroupsRequest { GroupIds = [order.GroupId!] }, Cancel)).DeliveryCostHundredths);
        Assert.Equal(("Иван", ""), Assert.Single((await api.GetBuyersAsync(some, Cancel)).Orders) is var buyer ? (buyer.FirstName, buyer.PhoneCode) : default);
        IReadOnlyList<BusinessBuyerResult> businesses = (await api.GetBusinessBuyersAsync(all, Cancel)).Results;
        Assert.Equal(["770100000001", null, "770100000001"], businesses.Select(business => business.Buyer?.Inn));
        Assert.Equal("10:00", Assert.Single((await api.GetDeliveryDatesAsync(some, Cancel)).Orders).TimeFrom);

        Assert.All((await api.ConfirmOrdersAsync(all, Cancel)).Results, result => Assert.False(result.IsError));
        Assert.All((await api.GetOrderStatusesAsync(all, Cancel)).Orders, status => Assert.Equal(SupplierStatus.Confirm, status.SupplierStatus));
        await api.SetSgtinsAsync(new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = lamp.Id, Sgtins = ["0104600439931256215abCD1\u001d93Zx9Q"] }] }, Cancel);
        await api.SetUinsAsync(new OrderUinsRequest { Orders = [new OrderUin { OrderId = lamp.Id, Uin = "1234568909091232" }] }, Cancel);
        await api.SetImeisAsync(new OrderImeisRequest { Orders = [new OrderImei { OrderId = lamp.Id, Imei = "490154203237518" }] }, Cancel);
        await api.SetGtinsAsync(new OrderGtinsRequest { Orders = [new OrderGtin { OrderId = lamp.Id, Gtin = "4810143000012" }] }, Cancel);
        await api.SetCustomsDeclarationsAsync(
            new OrderCustomsDeclarationsRequest
            {
                Orders = [new OrderCustomsDeclaration { OrderId = lamp.Id, CustomsDeclaration = "10704010/010624/0000302", OriginCountryCode = "156" }],
            },
            Cancel);
        IReadOnlyList<MarkingDetail> markings = Assert.Single((await api.GetMarkingsAsync(one, Cancel)).Orders).Details;
        Assert.Equal("0104600439931256215abCD1\u001d93Zx9Q", markings.Single(marking => marking.Kind == MarkingCodeKind.Sgtin).Value);
        Assert.All(markings, marking => Assert.Equal(MarkingState.Passed, marking.State));
        await api.DeleteMarkingsAsync(new DeleteDbsMarkingsRequest { Kind = MarkingCodeKind.Imei, OrderIds = [lamp.Id] }, Cancel);
        Assert.DoesNotContain(MarkingCodeKind.Imei, orders.Find(lamp.Id)!.MarkingCodes.Keys);

        OrderSticker sticker = Assert.Single(
            (await api.GetStickersAsync(StickerFormat.Pdf, 58, 40, new OrderStickersRequest { OrderIds = [parcel.Id] }, Cancel)).Stickers);
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(sticker.File!)), StringComparison.Ordinal);
        Assert.All((await api.DeliverOrdersAsync(all, Cancel)).Results, result => Assert.False(result.IsError));
        await api.ReceiveOrdersAsync(new OrderCodesRequest { Orders = [new OrderCode { OrderId = lamp.Id, Code = lamp.ReceiptCode }] }, Cancel);
        await api.RejectOrdersAsync(new OrderCodesRequest { Orders = [new OrderCode { OrderId = refused.Id, Code = refused.ReceiptCode }] }, Cancel);
        await api.CancelOrdersAsync(new OrderIdsRequest { OrderIds = [unwanted.Id] }, Cancel);
        long now = lamp.CreatedAt.ToUnixTimeSeconds();
        IReadOnlyList<FinishedDbsOrder> finished = (await api.GetFinishedOrdersAsync(10, 0, now - 3600, now + 3600, Cancel)).Orders;
        Assert.Equal([lamp.Id, refused.Id, unwanted.Id], finished.Select(found => found.Id));
        Assert.Equal([SupplierStatus.Receive, SupplierStatus.Reject, SupplierStatus.Cancel], finished.Select(found => orders.Find(found.Id)!.SupplierStatus));
    }
}
