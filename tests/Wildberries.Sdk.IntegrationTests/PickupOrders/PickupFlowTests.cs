using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.PickupOrders;

/// <summary>Orders that buyers pick up, from the order to the code that they show in the shop.</summary>
public sealed class PickupFlowTests
{
    private const string Identity = "POST /api/v3/click-collect/orders/client/identity";

    private static readonly EmulatedPurchase Mug = new() { NmId = 155270981, Kind = EmulatedOrderKind.Pickup, CartId = "170046918" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_orders_of_a_purchase_are_handed_out_to_who_shows_its_code()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IPickupOrdersApi api = shop.Client.PickupOrders;
        EmulatedOrder[] bought = [.. shop.Emulator.Orders.BuyerOrders(Mug, 2)];
        long[] ids = [.. bought.Select(order => order.Id)];
        string purchase = (await api.GetNewOrdersAsync(Cancel)).Orders.Select(order => order.OrderCode!).Distinct().Single();
        await Assert.ThrowsAsync<WildberriesNotFoundException>(() => api.IsBuyerAsync(purchase, bought[0].ReceiptCode, Cancel));
        Assert.True((await api.ConfirmOrdersAsync(ids, cancellationToken: Cancel)).IsDone);
        Assert.True((await api.PrepareOrdersAsync(ids, cancellationToken: Cancel)).IsDone);
        Assert.False(await api.IsBuyerAsync(purchase, "000000", Cancel));
        Assert.True(await api.IsBuyerAsync(purchase, bought[0].ReceiptCode, Cancel));
        Assert.True((await api.ReceiveOrdersAsync(ids, cancellationToken: Cancel)).IsDone);
        Assert.All(ids, id => Assert.Equal(WbStatus.Sold, shop.Emulator.Orders.Find(id)!.WbStatus));
    }

    [Fact]
    public async Task Wrong_codes_cost_ten_requests_each_and_are_waited_out_before_WB_limits()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        IPickupOrdersApi api = shop.Client.PickupOrders;
        EmulatedOrder bought = shop.Emulator.Orders.BuyerOrders(Mug);
        string purchase = Assert.Single((await api.GetNewOrdersAsync(Cancel)).Orders).OrderCode!;
        await api.ConfirmOrdersAsync([bought.Id], cancellationToken: Cancel);
        await api.PrepareOrdersAsync([bought.Id], cancellationToken: Cancel);
        DateTimeOffset start = shop.Emulator.Requests.All[^1].Time;
        for (int i = 0; i < 6; i++)
            Assert.False(await api.IsBuyerAsync(purchase, "000000", Cancel));

        // Twenty at once, then one in two seconds: six of ten take a minute and more.
        Assert.Equal([409, 409, 409, 409, 409, 409], shop.Emulator.Requests.Of(Identity).Select(request => request.Status!.Value));
        Assert.True(shop.Emulator.Requests.All[^1].Time - start > TimeSpan.FromSeconds(55));
    }

    [Fact]
    public async Task What_the_buyer_cancels_meanwhile_is_refused_and_the_rest_is_done()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IPickupOrdersApi api = shop.Client.PickupOrders;
        EmulatedPurchase phone = Mug with { RequiredMarking = [MarkingCodeKind.Imei] };
        long[] ids = [.. shop.Emulator.Orders.BuyerOrders(phone, 4).Select(order => order.Id)];
        await api.ConfirmOrdersAsync(ids, cancellationToken: Cancel);
        OrderChangeResult set = await api.SetMarkingCodesAsync(ids[..3].Select(id => OrderMarkingCodes.Imei(id, "490154203237518")), cancellationToken: Cancel);
        Assert.True(set.IsDone);
        await api.WaitForMarkingsAsync(ids, cancellationToken: Cancel);
        shop.Emulator.Orders.BuyerCancels(ids[1]);
        OrderChangeResult prepared = await api.PrepareOrdersAsync(ids, cancellationToken: Cancel);
        Assert.Equal([ids[0], ids[2]], prepared.Done.Select(order => order.OrderId));
        Assert.Equal([OrderErrorReason.StatusMismatch, OrderErrorReason.MetaValidationFail], prepared.Refused.Select(order => order.Reason));
        Assert.Equal(
            [OrderChangeOutcome.Unchanged, OrderChangeOutcome.Refused, OrderChangeOutcome.Unchanged, OrderChangeOutcome.Refused],
            (await api.PrepareOrdersAsync(ids, checkFirst: true, cancellationToken: Cancel)).Orders.Select(order => order.Outcome));
        Assert.Equal([ids[0], ids[2], ids[3]], (await api.GetBuyersAsync(ids, Cancel)).Select(buyer => buyer.OrderId));
    }

    [Fact]
    public async Task Final_prices_come_when_WB_has_made_them()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        shop.Emulator.Orders.FinalPriceTime = TimeSpan.FromSeconds(40);
        long id = shop.Emulator.Orders.BuyerOrders(Mug).Id;
        Assert.Equal(100_000m, Assert.Single(await shop.Client.PickupOrders.GetFinalPricesAsync([id], cancellationToken: Cancel)).Price!.FinalPriceHundredths);
    }
}
