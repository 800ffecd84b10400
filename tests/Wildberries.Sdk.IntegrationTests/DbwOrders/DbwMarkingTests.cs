using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.DbwOrders;

/// <summary>Label identifiers of orders that WB's couriers fetch.</summary>
public sealed class DbwMarkingTests
{
    private static readonly EmulatedPurchase Phone = new()
    {
        NmId = 168902447,
        Kind = EmulatedOrderKind.Dbw,
        RequiredMarking = [MarkingCodeKind.Imei],
        OptionalMarking = [MarkingCodeKind.Sgtin],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_sent_that_WB_would_refuse()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IDbwOrdersApi api = shop.Client.DbwOrders;
        EmulatedOrders orders = shop.Emulator.Orders;
        long[] ids = [.. orders.BuyerOrders(Phone, 4).Select(order => order.Id)];
        foreach (long id in ids[..3])
            await api.ConfirmOrderAsync(id, Cancel);
        OrderChangeResult result = await api.SetMarkingCodesAsync(
            [
                .. ids.Select(id => OrderMarkingCodes.Imei(id, id == ids[1] ? "123" : "490154203237518")),
                OrderMarkingCodes.Sgtins(ids[0], "0104600439931256215abCD1\u001d93Zx9Q"),
                OrderMarkingCodes.Uin(ids[0], "1234568909091232"),
            ],
            cancellationToken: Cancel);
        Assert.Equal(
            [
                OrderChangeOutcome.Done, OrderChangeOutcome.Refused, OrderChangeOutcome.Done, OrderChangeOutcome.Refused, OrderChangeOutcome.Done, OrderChangeOutcome.Refused,
            ],
            result.Orders.Select(order => order.Outcome));
        Assert.Equal([default, OrderErrorReason.StatusMismatch, OrderErrorReason.MetaKeyNotRequired], result.Refused.Select(order => order.Reason));
        Assert.All(shop.Emulator.Requests.All, request => Assert.True(request.Status is 200 or 204, request.ToString()));

        IReadOnlyList<OrderMarking> checkedOnes = await api.WaitForMarkingsAsync(ids[..3], cancellationToken: Cancel);
        Assert.Equal(
            [MarkingState.Passed, MarkingState.Missing, MarkingState.Passed],
            checkedOnes.Select(order => order.Details.Single(detail => detail.Kind == MarkingCodeKind.Imei).State));
        Assert.Equal(["0104600439931256215abCD1\u001d93Zx9Q"], orders.Find(ids[0])!.MarkingCodes[MarkingCodeKind.Sgtin]);
        Assert.True((await api.DeleteMarkingsAsync(MarkingCodeKind.Imei, ids[..1], cancellationToken: Cancel)).IsDone);
        Assert.DoesNotContain(MarkingCodeKind.Imei, orders.Find(ids[0])!.MarkingCodes.Keys);
    }
}
