using System.Text;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.DbwOrders;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class DbwOrdersOperations
{
    private const string Sgtin = "0104600000000017215abcdefghijk\u001d93abcd";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IDbwOrdersApi api, EmulatedOrders orders)
    {
        orders.MarkingCheckTime = TimeSpan.Zero;
        var purchase = new EmulatedPurchase
        {
            NmId = 168902447,
            Kind = EmulatedOrderKind.Dbw,
            OptionalMarking = [MarkingCodeKind.Sgtin, MarkingCodeKind.Uin, MarkingCodeKind.Imei, MarkingCodeKind.Gtin],
            Comment = "Упакуйте в плёнку",
        };
        long id = orders.BuyerOrders(purchase).Id, cancelled = orders.BuyerOrders(purchase).Id;

        IReadOnlyList<NewDbwOrder> fresh = (await api.GetNewOrdersAsync(Cancel)).Orders;
        Assert.Equal([id, cancelled], fresh.Select(order => order.Id));
        Assert.Equal((168902447, 100_000, "Упакуйте в плёнку"), (fresh[0].NmId, fresh[0].PriceHundredths, fresh[0].Comment));
        Assert.Equal(4, fresh[0].RequiredMarkings.Count);
        Assert.NotNull(Assert.Single((await api.GetDeliveryDatesAsync(Asked(id), Cancel)).Orders).Day);
        Assert.Equal("Иван", Assert.Single((await api.GetBuyersAsync(Asked(id), Cancel)).Orders).FirstName);

        await api.CancelOrderAsync(cancelled, Cancel);
        await api.ConfirmOrderAsync(id, Cancel);
        Assert.Equal(
            [(id, SupplierStatus.Confirm, WbStatus.Waiting), (cancelled, SupplierStatus.Cancel, WbStatus.Canceled)],
            (await api.GetOrderStatusesAsync(Asked(id, cancelled, 1), Cancel)).Orders.Select(order => (order.Id, order.SupplierStatus, order.WbStatus)));

        await api.SetUinAsync(id, new SetUinRequest { Uin = "1234567890123456" }, Cancel);
        await api.SetImeiAsync(id, new SetImeiRequest { Imei = "123456789012345" }, Cancel);
        await api.SetGtinAsync(id, new SetGtinRequest { Gtin = "1234567890123" }, Cancel);
        Assert.False(Assert.Single((await api.SetSgtinsAsync(
            new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = id, Sgtins = [Sgtin] }] }, Cancel)).Results).IsError);
        await api.DeleteMarkingsAsync(new DeleteMarkingsRequest { Kind = MarkingCodeKind.Uin, OrderIds = [id] }, Cancel);
        OrderMarking marking = Assert.Single((await api.GetMarkingsAsync(new OrderIdsRequest { OrderIds = [id] }, Cancel)).Orders);
        Assert.Equal(
            [
                (MarkingCodeKind.Sgtin, Sgtin, MarkingDecision.SgtinIntroduced),
                (MarkingCodeKind.Uin, null, MarkingDecision.Optional),
                (MarkingCodeKind.Imei, "123456789012345", MarkingDecision.ImeiMaySell),
                (MarkingCodeKind.Gtin, "1234567890123", MarkingDecision.Filled),
            ],
            marking.Details.Select(detail => (detail.Kind, detail.Value, detail.Decision)));

        OrderSticker sticker = Assert.Single((await api.GetStickersAsync(StickerFormat.Svg, 40, 30, new OrderStickersRequest { OrderIds = [id, cancelled] }, Cancel)).Stickers);
        Assert.Contains("<svg", Encoding.UTF8.GetString(Convert.FromBase64String(sticker.File!)), StringComparison.Ordinal);
        orders.AssignCourier(id, new EmulatedCourier());
        Assert.Equal("Петров Пётр Петрович", Assert.Single((await api.GetCouriersAsync(Asked(id), Cancel)).Orders).Courier!.Contacts!.FullName);
        Assert.Equal(
            [(id, false), (cancelled, true)],
            (await api.DeliverOrdersAsync(new OrderIdsRequest { OrderIds = [id, cancelled] }, Cancel)).Results.Select(result => (result.OrderId, result.IsError)));

        orders.BuyerReceives(id);
        long from = orders.Find(id)!.CreatedAt.ToUnixTimeSeconds() - 10;
        Assert.Equal([id, cancelled], (await api.GetFinishedOrdersAsync(1000, 0, from, from + 2_000_000, Cancel)).Orders.Select(order => order.Id));
    }

    private static OrdersRequest Asked(params long[] ids) => new() { OrderIds = ids };
}
