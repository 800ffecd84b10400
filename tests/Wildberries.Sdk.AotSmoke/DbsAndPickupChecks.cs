using Wildberries.Sdk;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.Testing;

/// <summary>Every operation on orders that the seller delivers or hands out, and what is built upon them.</summary>
internal static class DbsAndPickupChecks
{
    private static readonly MarkingCodeKind[] Kinds =
        [MarkingCodeKind.Sgtin, MarkingCodeKind.Uin, MarkingCodeKind.Imei, MarkingCodeKind.Gtin, MarkingCodeKind.CustomsDeclaration];

    public static async Task CallAsync(IWildberriesClient wb, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        emulator.Orders.FinalPriceTime = TimeSpan.Zero;
        emulator.Orders.MarkingCheckTime = TimeSpan.Zero;
        emulator.Orders.DeliveryCostInHundredths = 100;
        await DbsAsync(wb.DbsOrders, emulator.Orders, check);
        await PickupAsync(wb.PickupOrders, emulator.Orders, check);
    }

    private static async Task DbsAsync(IDbsOrdersApi api, EmulatedOrders orders, Func<string, Func<Task<bool>>, Task> check)
    {
        var purchase = new EmulatedPurchase { NmId = 1, Kind = EmulatedOrderKind.DbsPickupPoint, IsB2B = true, OptionalMarking = Kinds };
        EmulatedOrder[] bought = [.. orders.BuyerOrders(purchase, 3)];
        long[] ids = [.. bought.Select(order => order.Id)];
        var some = new OrdersRequest { OrderIds = ids };
        IReadOnlyList<NewDbsOrder> added = [];
        await check("DBS: new orders", async () => (added = (await api.GetNewOrdersAsync()).Orders).Count(order => ids.Contains(order.Id)) == 3);
        await check("DBS: groups", async () => (await api.GetDeliveryGroupsAsync(added.Select(order => order.GroupId!))).Count >= 3);
        await check("DBS: businesses", async () => (await api.GetBusinessBuyersAsync(ids)).All(result => result.Buyer?.Inn is not null));
        await check("DBS: delivery dates", async () => (await api.GetDeliveryDatesAsync(ids)).Count == 3);
        await check("DBS: final prices", async () => (await api.GetFinalPricesAsync(ids)).All(result => result.Price is not null));
        await check("DBS: confirm", async () => (await api.ConfirmOrdersAsync(ids, checkFirst: true)).IsDone);
        await check("DBS: buyers", async () => (await api.GetBuyersAsync(some)).Orders.All(buyer => buyer.PhoneCode?.Length > 0));
        await check("DBS: stickers", async () => (await api.GetStickersAsync(StickerFormat.Pdf, 58, 40, new OrderStickersRequest { OrderIds = ids })).Stickers.Count == 3);
        await check("DBS: label identifiers", async () => (await api.SetMarkingCodesAsync(Codes(ids[0]), checkFirst: true)).IsDone
            && (await api.WaitForMarkingsAsync(ids)).SelectMany(order => order.Details).All(detail => detail.State == MarkingState.Passed)
            && (await api.DeleteMarkingsAsync(MarkingCodeKind.Uin, ids[..1])).IsDone);
        await check("DBS: cancel", async () => (await api.CancelOrdersAsync(ids[2..])).IsDone);
        await check("DBS: deliver", async () => (await api.DeliverOrdersAsync(ids[..2])).IsDone);
        await check("DBS: receive", async () => (await api.ReceiveOrdersAsync([new OrderCode { OrderId = ids[0], Code = bought[0].ReceiptCode }])).IsDone);
        await check("DBS: reject", async () => (await api.RejectOrdersAsync([new OrderCode { OrderId = ids[1], Code = bought[1].ReceiptCode }])).IsDone);
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await check("DBS: finished orders", async () => (await api.GetFinishedOrdersAsync(1000, 0, now - 3600, now + 3600)).Orders.Count >= 3);
    }

    private static async Task PickupAsync(IPickupOrdersApi api, EmulatedOrders orders, Func<string, Func<Task<bool>>, Task> check)
    {
        var purchase = new EmulatedPurchase { NmId = 1, Kind = EmulatedOrderKind.Pickup, IsB2B = true, OptionalMarking = Kinds };
        EmulatedOrder[] bought = [.. orders.BuyerOrders(purchase, 3)];
        long[] ids = [.. bought.Select(order => order.Id)];
        string number = "";
        await check("pickup: new orders", async () => (number = (await api.GetNewOrdersAsync()).Orders.Single(order => order.Id == ids[0]).OrderCode!).Length > 0);
        await check("pickup: final prices", async () => (await api.GetFinalPricesAsync(ids)).All(result => result.Price is not null));
        await check("pickup: confirm", async () => (await api.ConfirmOrdersAsync(ids, checkFirst: true)).IsDone);
        await check("pickup: buyers", async () => (await api.GetBuyersAsync(ids)).Count == 3);
        await check("pickup: label identifiers", async () => (await api.SetMarkingCodesAsync(Codes(ids[0]))).IsDone
            && (await api.GetMarkingsAsync(ids)).Count == 3
            && (await api.DeleteMarkingsAsync(MarkingCodeKind.Imei, ids[..1])).IsDone);
        await check("pickup: prepare", async () => (await api.PrepareOrdersAsync(ids)).IsDone);
        await check("pickup: code", async () => await api.IsBuyerAsync(number, bought[0].ReceiptCode) && !await api.IsBuyerAsync(number, "0"));
        await check("pickup: receive", async () => (await api.ReceiveOrdersAsync(ids[..1])).IsDone);
        await check("pickup: reject", async () => (await api.RejectOrdersAsync(ids[1..2])).IsDone);
        await check("pickup: cancel", async () => (await api.CancelOrdersAsync(ids[2..])).IsDone);
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await check("pickup: finished orders", async () => (await api.GetFinishedOrdersAsync(1000, 0, now - 3600, now + 3600)).Orders.Count >= 3);
    }

    private static OrderMarkingCodes[] Codes(long orderId) =>
    [
        OrderMarkingCodes.Sgtins(orderId, "0104600439931256215abCD1\u001d93Zx9Q"),
        OrderMarkingCodes.Uin(orderId, "1234568909091232"),
        OrderMarkingCodes.Imei(orderId, "490154203237518"),
        OrderMarkingCodes.Gtin(orderId, "4810143000012"),
        OrderMarkingCodes.CustomsDeclaration(orderId, "10704010/010624/0000302", "156"),
    ];
}
