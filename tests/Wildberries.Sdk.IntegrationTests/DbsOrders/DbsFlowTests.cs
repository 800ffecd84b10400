using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.DbsOrders;

/// <summary>Orders that the seller delivers, from the buyer's order to its receipt, through what WB refuses and what goes wrong on the way.</summary>
public sealed class DbsFlowTests
{
    private const string Confirm = "POST /api/marketplace/v3/dbs/orders/status/confirm";
    private const string FinalPrice = "POST /api/marketplace/v3/dbs/orders/final-price";

    private static readonly EmulatedPurchase Lamp = new() { NmId = 168902447, Kind = EmulatedOrderKind.Dbs };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_order_of_many_gets_its_own_verdict_and_no_refusal_costs_ten_requests()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IDbsOrdersApi api = shop.Client.DbsOrders;
        long[] ids = [.. shop.Emulator.Orders.BuyerOrders(Lamp, 2500).Select(order => order.Id)];
        shop.Emulator.Orders.BuyerCancels(ids[7]);
        OrderChangeResult confirmed = await api.ConfirmOrdersAsync([.. ids, 999], checkFirst: false, cancellationToken: Cancel);
        Assert.Equal("2501 orders: 2499 done, 2 refused, 0 unknown, 0 not sent", confirmed.ToString());
        Assert.Equal([(ids[7], 409, OrderErrorReason.StatusMismatch), (999, 404, OrderErrorReason.NotFound)], confirmed.Refused.Select(order => (order.OrderId, order.ErrorCode!.Value, order.Reason)));
        Assert.All(shop.Emulator.Requests.All, request => Assert.Equal(200, request.Status));
        Assert.Equal(3, shop.Emulator.Requests.Count(Confirm));

        // A check knows what WB would say, in WB's words.
        OrderChangeResult again = await api.ConfirmOrdersAsync([.. ids, 999], cancellationToken: Cancel);
        Assert.Equal(confirmed.Refused.Select(order => (order.OrderId, order.Reason)), again.Refused.Select(order => (order.OrderId, order.Reason)));
        Assert.Equal(2499, again.Orders.Count(order => order.Outcome == OrderChangeOutcome.Unchanged));
        Assert.Equal(3, shop.Emulator.Requests.Count(Confirm));
    }

    [Fact]
    public async Task An_answer_that_is_lost_leaves_its_orders_unknown_and_a_check_goes_on_without_sending_them_twice()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IDbsOrdersApi api = shop.Client.DbsOrders;
        long[] ids = [.. shop.Emulator.Orders.BuyerOrders(Lamp, 1500).Select(order => order.Id)];
        shop.Emulator.Faults.Next(Confirm, Fault.Reset.AfterOperation());
        var lost = await Assert.ThrowsAsync<WildberriesConnectionException>(() => api.ConfirmOrdersAsync(ids, cancellationToken: Cancel));
        Assert.Equal("1500 orders: 0 done, 0 refused, 1000 unknown, 500 not sent", lost.GetOrderChangeResult()!.ToString());
        OrderChangeResult result = await api.ConfirmOrdersAsync(ids, cancellationToken: Cancel);
        Assert.True(result.IsDone);
        Assert.Equal(1000, result.Orders.Count(order => order.Outcome == OrderChangeOutcome.Unchanged));
        Assert.Equal(2, shop.Emulator.Requests.Count(Confirm));
        Assert.All(ids, id => Assert.Equal(SupplierStatus.Confirm, shop.Emulator.Orders.Find(id)!.SupplierStatus));
    }

    [Fact]
    public async Task Only_the_buyers_code_hands_an_order_out()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IDbsOrdersApi api = shop.Client.DbsOrders;
        EmulatedOrder[] orders = [.. shop.Emulator.Orders.BuyerOrders(Lamp, 3)];
        long[] ids = [.. orders.Select(order => order.Id)];
        await api.ConfirmOrdersAsync(ids, cancellationToken: Cancel);
        Assert.True((await api.DeliverOrdersAsync(ids, cancellationToken: Cancel)).IsDone);
        OrderChangeResult received = await api.ReceiveOrdersAsync(
            [new OrderCode { OrderId = ids[0], Code = orders[0].ReceiptCode }, new OrderCode { OrderId = ids[1], Code = "000000" }], cancellationToken: Cancel);
        Assert.Equal([ids[0]], received.Done.Select(order => order.OrderId));
        Assert.Equal((ids[1], 409), received.Refused.Select(order => (order.OrderId, order.ErrorCode!.Value)).Single());
        Assert.DoesNotContain("000000", received.Refused[0].ToString(), StringComparison.Ordinal);
        Assert.True((await api.RejectOrdersAsync([new OrderCode { OrderId = ids[2], Code = orders[2].ReceiptCode }], cancellationToken: Cancel)).IsDone);
        OrderChangeResult cancelled = await api.CancelOrdersAsync(ids, cancellationToken: Cancel);
        Assert.Equal(3, cancelled.Refused.Count);
    }

    [Fact]
    public async Task An_order_goes_when_its_label_identifiers_have_passed()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IDbsOrdersApi api = shop.Client.DbsOrders;
        EmulatedOrders orders = shop.Emulator.Orders;
        orders.MarkingCheckTime = TimeSpan.FromMinutes(2);
        EmulatedPurchase phone = Lamp with { RequiredMarking = [MarkingCodeKind.Imei], OptionalMarking = [MarkingCodeKind.Sgtin] };
        long[] ids = [.. orders.BuyerOrders(phone, 3).Select(order => order.Id)];
        const string Sold = "356938035643809";
        orders.RefuseMarking(Sold, MarkingDecision.ImeiAlreadySold);
        await api.ConfirmOrdersAsync(ids, cancellationToken: Cancel);
        Assert.Equal(
            [MarkingState.Missing, MarkingState.Missing, MarkingState.Missing], (await api.DeliverOrdersAsync(ids, cancellationToken: Cancel)).Refused.Select(order => order.Markings[0].State));

        OrderChangeResult set = await api.SetMarkingCodesAsync(
            [
                OrderMarkingCodes.Imei(ids[0], "490154203237518"),
                OrderMarkingCodes.Imei(ids[1], Sold),
                OrderMarkingCodes.Imei(ids[2], "49015420323751"),
                OrderMarkingCodes.Sgtins(ids[0], "0104600439931256215abCD1\u001d93Zx9Q"),
                OrderMarkingCodes.Uin(ids[0], "1234568909091232"),
            ],
            checkFirst: true,
            cancellationToken: Cancel);
        Assert.Equal(
            [OrderChangeOutcome.Done, OrderChangeOutcome.Done, OrderChangeOutcome.Refused, OrderChangeOutcome.Done, OrderChangeOutcome.Refused], set.Orders.Select(order => order.Outcome));
        Assert.Equal(OrderErrorReason.MetaKeyNotRequired, set.Orders[4].Reason);

        IReadOnlyList<OrderMarking> checkedOnes = await api.WaitForMarkingsAsync(ids, cancellationToken: Cancel);
        Assert.Equal(
            [MarkingState.Passed, MarkingState.Failed, MarkingState.Missing],
            checkedOnes.Select(order => order.Details.Single(detail => detail.Kind == MarkingCodeKind.Imei).State));
        OrderChangeResult delivered = await api.DeliverOrdersAsync(ids, cancellationToken: Cancel);
        Assert.Equal([ids[0]], delivered.Done.Select(order => order.OrderId));
        Assert.Equal([MarkingDecision.ImeiAlreadySold, MarkingDecision.Required], delivered.Refused.Select(order => order.Markings.Single().Decision));
    }

    [Fact]
    public async Task A_customs_declaration_is_for_businesses_only()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IDbsOrdersApi api = shop.Client.DbsOrders;
        EmulatedPurchase lamp = Lamp with { OptionalMarking = [MarkingCodeKind.CustomsDeclaration] };
        long[] ids = [shop.Emulator.Orders.BuyerOrders(lamp with { IsB2B = true }).Id, shop.Emulator.Orders.BuyerOrders(lamp).Id];
        await api.ConfirmOrdersAsync(ids, cancellationToken: Cancel);
        OrderChangeResult set = await api.SetMarkingCodesAsync(
            ids.Select(id => OrderMarkingCodes.CustomsDeclaration(id, "10704010/010624/0000302", "643")), cancellationToken: Cancel);
        Assert.Equal([ids[0]], set.Done.Select(order => order.OrderId));
        Assert.Equal((422, OrderErrorReason.OrderNotB2B), set.Refused.Select(order => (order.ErrorCode!.Value, order.Reason)).Single());
        OrderChangeResult deleted = await api.DeleteMarkingsAsync(MarkingCodeKind.CustomsDeclaration, ids[..1], cancellationToken: Cancel);
        Assert.True(deleted.IsDone);
        Assert.Empty(shop.Emulator.Orders.Find(ids[0])!.MarkingCodes);
    }

    [Fact]
    public async Task Final_prices_are_waited_for_by_the_clients_clock()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        shop.Emulator.Orders.FinalPriceTime = TimeSpan.FromMinutes(3);
        long[] ids = [.. shop.Emulator.Orders.BuyerOrders(Lamp, 150).Select(order => order.Id)];
        IReadOnlyList<FinalPriceResult> none = await shop.Client.DbsOrders.GetFinalPricesAsync(ids[..1], TimeSpan.Zero, Cancel);
        Assert.True(Assert.Single(none).IsPending);
        IReadOnlyList<FinalPriceResult> prices = await shop.Client.DbsOrders.GetFinalPricesAsync([.. ids, 999], cancellationToken: Cancel);
        Assert.Equal([.. ids, 999], prices.Select(price => price.OrderId));
        Assert.All(prices.SkipLast(1), price => Assert.Equal(100_000m, price.Price!.FinalPriceHundredths));
        Assert.Equal(OrderErrorReason.NotFound, Assert.Single(prices[^1].Errors).Reason);
        Assert.InRange(shop.Emulator.Requests.Count(FinalPrice), 5, 25);
    }

    [Fact]
    public async Task A_buyer_who_changes_the_day_is_told_of_with_the_day_before()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        long id = shop.Emulator.Orders.BuyerOrders(Lamp).Id;
        DeliveryDate before = Assert.Single(await shop.Client.DbsOrders.GetDeliveryDatesAsync([id], Cancel));
        shop.Emulator.Orders.BuyerChoosesDelivery(id, new DateOnly(2031, 2, 3), "12:00", "14:00");
        DeliveryDate after = Assert.Single(await shop.Client.DbsOrders.GetDeliveryDatesAsync([id], Cancel));
        Assert.Equal((new DateOnly(2031, 2, 3), "12:00", "14:00"), (after.Day, after.TimeFrom, after.TimeTo));
        Assert.Equal((before.Day, before.TimeFrom, before.TimeTo), (after.PreviousDay, after.PreviousTimeFrom, after.PreviousTimeTo));
        Assert.Null(before.PreviousDay);
    }

    [Fact]
    public async Task Stickers_are_for_orders_to_a_pickup_point_and_not_for_a_base_token()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        EmulatedOrder parcel = shop.Emulator.Orders.BuyerOrders(Lamp with { Kind = EmulatedOrderKind.DbsPickupPoint });
        var request = new OrderStickersRequest { OrderIds = [parcel.Id] };
        await Assert.ThrowsAsync<WildberriesBadRequestException>(() => shop.Client.DbsOrders.GetStickersAsync(StickerFormat.Pdf, 58, 40, request, Cancel));
        await shop.Client.DbsOrders.ConfirmOrdersAsync([parcel.Id], cancellationToken: Cancel);
        Assert.Single((await shop.Client.DbsOrders.GetStickersAsync(StickerFormat.Pdf, 58, 40, request, Cancel)).Stickers);
        IWildberriesClient bare = shop.Factory.Create(shop.Emulator.CreateToken(Authentication.TokenType.Base));
        await Assert.ThrowsAsync<WildberriesAccessException>(() => bare.DbsOrders.GetStickersAsync(StickerFormat.Pdf, 58, 40, request, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("type", () => shop.Client.DbsOrders.GetStickersAsync(StickerFormat.Svg, 58, 40, request, Cancel));
    }
}
