using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.PickupOrders;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class PickupOrdersOperations
{
    private static readonly EmulatedPurchase Mug = new()
    {
        NmId = 155270981,
        Kind = EmulatedOrderKind.Pickup,
        IsB2B = true,
        OptionalMarking = [MarkingCodeKind.Sgtin, MarkingCodeKind.Uin, MarkingCodeKind.Imei, MarkingCodeKind.Gtin, MarkingCodeKind.CustomsDeclaration],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IPickupOrdersApi api, EmulatedOrders orders)
    {
        orders.FinalPriceTime = TimeSpan.Zero;
        orders.MarkingCheckTime = TimeSpan.Zero;
        EmulatedOrder mug = orders.BuyerOrders(Mug), refused = orders.BuyerOrders(Mug), unwanted = orders.BuyerOrders(Mug);
        var both = new OrderIdsRequest { OrderIds = [mug.Id, refused.Id] };
        var one = new OrderIdsRequest { OrderIds = [mug.Id] };
        var some = new OrdersRequest { OrderIds = [mug.Id] };

        NewPickupOrder order = (await api.GetNewOrdersAsync(Cancel)).Orders.Single(found => found.Id == mug.Id);
        Assert.Equal((mug.Rid, PickupPayMode.Prepaid, DateOnly.FromDateTime(mug.CreatedAt.UtcDateTime).AddDays(1)), (order.Rid, order.PayMode, order.DeliveryDay));
        Assert.Equal(100_000m, Assert.Single((await api.GetFinalPricesAsync(some, Cancel)).Results).Price!.FinalPriceHundredths);
        Assert.All((await api.ConfirmOrdersAsync(both, Cancel)).Results, result => Assert.False(result.IsError));
        Assert.Equal("Иван", Assert.Single((await api.GetBuyersAsync(some, Cancel)).Orders).FirstName);

        await api.SetSgtinsAsync(new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = mug.Id, Sgtins = ["0104600439931256215abCD1\u001d93Zx9Q"] }] }, Cancel);
        await api.SetUinsAsync(new OrderUinsRequest { Orders = [new OrderUin { OrderId = mug.Id, Uin = "1234568909091232" }] }, Cancel);
        await api.SetImeisAsync(new OrderImeisRequest { Orders = [new OrderImei { OrderId = mug.Id, Imei = "490154203237518" }] }, Cancel);
        await api.SetGtinsAsync(new OrderGtinsRequest { Orders = [new OrderGtin { OrderId = mug.Id, Gtin = "4810143000012" }] }, Cancel);
        await api.SetCustomsDeclarationsAsync(
            new OrderCustomsDeclarationsRequest
            {
                Orders = [new OrderCustomsDeclaration { OrderId = mug.Id, CustomsDeclaration = "10704010/010624/0000302", OriginCountryCode = "156" }],
            },
            Cancel);
        Assert.All(Assert.Single((await api.GetMarkingsAsync(one, Cancel)).Orders).Details, marking => Assert.Equal(MarkingState.Passed, marking.State));
        await api.DeleteMarkingsAsync(new DeleteMarkingsRequest { Kind = MarkingCodeKind.Uin, OrderIds = [mug.Id] }, Cancel);
        Assert.DoesNotContain(MarkingCodeKind.Uin, orders.Find(mug.Id)!.MarkingCodes.Keys);

        Assert.All((await api.PrepareOrdersAsync(both, Cancel)).Results, result => Assert.False(result.IsError));
        OrderStatusResult status = Assert.Single((await api.GetOrderStatusesAsync(one, Cancel)).Orders);
        Assert.Equal((SupplierStatus.Prepare, WbStatus.ReadyForPickup), (status.SupplierStatus, status.WbStatus));
        Assert.True((await api.CheckPickupCodeAsync(new CheckPickupCodeRequest { OrderCode = order.OrderCode!, Code = mug.ReceiptCode }, Cancel)).IsRight);
        await api.ReceiveOrdersAsync(one, Cancel);
        await api.RejectOrdersAsync(new OrderIdsRequest { OrderIds = [refused.Id] }, Cancel);
        await api.CancelOrdersAsync(new OrderIdsRequest { OrderIds = [unwanted.Id] }, Cancel);
        long now = mug.CreatedAt.ToUnixTimeSeconds();
        FinishedPickupOrdersResponse finished = await api.GetFinishedOrdersAsync(2, 0, now - 3600, now + 3600, Cancel);
        Assert.Equal([mug.Id, refused.Id], finished.Orders.Select(found => found.Id));
        finished = await api.GetFinishedOrdersAsync(2, finished.Next, now - 3600, now + 3600, Cancel);
        Assert.Equal([unwanted.Id], finished.Orders.Select(found => found.Id));
    }
}
