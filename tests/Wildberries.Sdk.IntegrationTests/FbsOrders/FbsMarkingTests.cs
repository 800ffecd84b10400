using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.FbsOrders;

/// <summary>Label identifiers of FBS orders, which WB takes one order at a time and refuses at the cost of ten requests.</summary>
public sealed class FbsMarkingTests
{
    private const string Imei = "PUT /api/v3/orders/{orderId}/meta/imei";

    private static readonly EmulatedPurchase Phone = new() { NmId = 168902447, RequiredMarking = [MarkingCodeKind.Imei], OptionalMarking = [MarkingCodeKind.Expiration] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_sent_that_WB_would_refuse()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock());
        IFbsOrdersApi api = shop.Client.FbsOrders;
        EmulatedOrders orders = shop.Emulator.Orders;
        long[] ids = [.. orders.BuyerOrders(Phone, 5).Select(order => order.Id)];
        long plain = orders.BuyerOrders(Phone with { RequiredMarking = [] }).Id;
        foreach (long id in (long[])[.. ids[..4], plain])
            Assert.True(orders.Locked(() => orders.TryMove(orders.Get(id, EmulatedOrderKind.Fbs)!, SupplierStatus.Confirm)));
        OrderMarkingCodes[] codes =
        [
            .. ids.Append(plain).Select(id => OrderMarkingCodes.Imei(id, id == ids[3] ? "123" : "490154203237518")),
            OrderMarkingCodes.Expiration(ids[0], new DateOnly(2999, 1, 1)),
        ];
        OrderChangeResult result = await api.SetMarkingCodesAsync(codes, cancellationToken: Cancel);
        Assert.Equal(
            [
                OrderChangeOutcome.Done, OrderChangeOutcome.Done, OrderChangeOutcome.Done, OrderChangeOutcome.Refused, OrderChangeOutcome.Refused, OrderChangeOutcome.Refused,
                OrderChangeOutcome.Done,
            ],
            result.Orders.Select(order => order.Outcome));
        Assert.Equal([default, OrderErrorReason.StatusMismatch, OrderErrorReason.MetaKeyNotRequired], result.Refused.Select(order => order.Reason));
        Assert.All(shop.Emulator.Requests.All, request => Assert.True(request.Status is 200 or 201 or 204, request.ToString()));
        Assert.Equal(3, shop.Emulator.Requests.Count(Imei));

        IReadOnlyList<FbsOrderMarking> checkedOnes = await api.WaitForMarkingsAsync(ids, cancellationToken: Cancel);
        Assert.Equal(
            [MarkingState.Passed, MarkingState.Passed, MarkingState.Passed, MarkingState.Missing, MarkingState.Missing],
            checkedOnes.Select(order => order.Details.First(detail => detail.Kind == MarkingCodeKind.Imei).State));
        Assert.True((await api.DeleteMarkingsAsync(MarkingCodeKind.Imei, ids[..1], cancellationToken: Cancel)).IsDone);
        Assert.DoesNotContain(MarkingCodeKind.Imei, orders.Find(ids[0])!.MarkingCodes.Keys);
    }
}
