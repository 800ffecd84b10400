using System.Globalization;
using System.Net;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.FbsOrders;

public sealed class FbsMarkingTests
{
    private const string Code = "0104600439931256215abCD1\u001d93Zx9Q";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_order_and_kind_has_a_call_of_its_own()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, "");
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync(
            [
                OrderMarkingCodes.Sgtins(5, Code),
                OrderMarkingCodes.Imei(5, "490154203237518"),
                OrderMarkingCodes.Sgtins(6, Code.Replace("CD1", "CD2", StringComparison.Ordinal)),
                OrderMarkingCodes.Uin(7, "1234568909091232"),
                OrderMarkingCodes.Gtin(7, "4810143000012"),
                OrderMarkingCodes.Expiration(7, new DateOnly(2999, 9, 12)),
                OrderMarkingCodes.CustomsDeclaration(7, "10704010/010624/0000302"),
            ],
            checkFirst: false,
            cancellationToken: Cancel);
        Assert.Equal(
            [
                """PUT /api/v3/orders/5/meta/sgtin {"sgtins":["0104600439931256215abCD1\u001D93Zx9Q"]}""",
                """PUT /api/v3/orders/6/meta/sgtin {"sgtins":["0104600439931256215abCD2\u001D93Zx9Q"]}""",
                """PUT /api/v3/orders/5/meta/imei {"imei":"490154203237518"}""",
                """PUT /api/v3/orders/7/meta/uin {"uin":"1234568909091232"}""",
                """PUT /api/v3/orders/7/meta/gtin {"gtin":"4810143000012"}""",
                """PUT /api/v3/orders/7/meta/expiration {"expiration":"12.09.2999"}""",
                """PUT /api/marketplace/v3/orders/7/meta/customs-declaration {"customsDeclaration":"10704010/010624/0000302"}""",
            ],
            host.Requests);
        Assert.True(result.IsDone);
    }

    [Fact]
    public async Task An_order_takes_a_hundred_Chestny_ZNAK_codes_and_a_day_of_expiry_thirty_days_ahead()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, "");
        IEnumerable<string> codes = Enumerable.Range(0, 101).Select(i => string.Create(CultureInfo.InvariantCulture, $"0104600439931256215a{i}\u001d93Zx9Q"));
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync(
            [OrderMarkingCodes.Sgtins(5, codes), OrderMarkingCodes.Sgtins(6, codes.Take(100)), OrderMarkingCodes.Expiration(7, new DateOnly(2020, 1, 1))],
            checkFirst: false,
            cancellationToken: Cancel);
        Assert.Equal([6], result.Done.Select(order => order.OrderId));
        Assert.Equal("There are 101 codes of the kind sgtin; WB takes 1 to 100 for an order.", result.Orders[0].ErrorText);
        Assert.Equal(MarkingFault.TooEarly, Assert.Single(result.Orders[2].Problems).Fault);
        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task A_check_saves_the_ten_requests_of_each_refusal()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath switch
        {
            "/api/v3/orders/status" => """{"orders":[{"id":1,"supplierStatus":"confirm"},{"id":2,"supplierStatus":"complete"},{"id":3,"supplierStatus":"confirm"}]}""",
            "/api/marketplace/v3/orders/meta" => """
                {"orders":[{"id":1,"metaDetails":[{"key":"imei","decision":"required"}]},{"id":2,"metaDetails":[{"key":"imei","decision":"filled"}]},{"id":3,"metaDetails":[]}]}
                """,
            _ => "",
        });
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync(
            Enumerable.Range(1, 4).Select(i => OrderMarkingCodes.Imei(i, "490154203237518")), cancellationToken: Cancel);
        Assert.Equal(
            [OrderChangeOutcome.Done, OrderChangeOutcome.Refused, OrderChangeOutcome.Refused, OrderChangeOutcome.Done], result.Orders.Select(order => order.Outcome));
        Assert.Equal([OrderErrorReason.StatusMismatch, OrderErrorReason.MetaKeyNotRequired], result.Refused.Select(order => order.Reason));
        Assert.Equal(2, host.Requests.Count(request => request.StartsWith("PUT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refusal_of_one_order_does_not_hold_back_the_others_and_a_lost_answer_does()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath switch
        {
            "/api/v3/orders/2/meta/imei" => throw new WildberriesConflictException("409") { Code = "MetaKeyNotRequired", StatusCode = HttpStatusCode.Conflict, Delivery = Delivery.Refused },
            "/api/v3/orders/4/meta/imei" => throw new WildberriesServerException("500") { StatusCode = HttpStatusCode.InternalServerError },
            _ => "",
        });
        var lost = await Assert.ThrowsAsync<WildberriesServerException>(() => host.Api.SetMarkingCodesAsync(
            Enumerable.Range(1, 5).Select(i => OrderMarkingCodes.Imei(i, "490154203237518")), checkFirst: false, cancellationToken: Cancel));
        Assert.Equal(
            [OrderChangeOutcome.Done, OrderChangeOutcome.Refused, OrderChangeOutcome.Done, OrderChangeOutcome.Unknown, OrderChangeOutcome.NotSent],
            lost.GetOrderChangeResult()!.Orders.Select(order => order.Outcome));
        Assert.Equal(OrderErrorReason.MetaKeyNotRequired, lost.GetOrderChangeResult()!.Orders[1].Reason);
    }

    [Fact]
    public async Task Codes_are_deleted_one_by_one_and_a_day_of_expiry_never()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, "");
        Assert.True((await host.Api.DeleteMarkingsAsync(MarkingCodeKind.Sgtin, [5, 6, 5], cancellationToken: Cancel)).IsDone);
        Assert.Equal(["DELETE /api/v3/orders/5/meta?key=sgtin", "DELETE /api/v3/orders/6/meta?key=sgtin"], host.Requests);
        Assert.Throws<ArgumentException>("kind", () => { _ = host.Api.DeleteMarkingsAsync(MarkingCodeKind.Expiration, [5], cancellationToken: Cancel); });
    }

    [Fact]
    public async Task Label_identifiers_are_read_by_the_hundred()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, """{"orders":[{"id":1,"metaDetails":[{"key":"imei","decision":"required"}]}]}""");
        IReadOnlyList<FbsOrderMarking> read = await host.Api.GetMarkingsAsync(Enumerable.Range(1, 250).Select(i => (long)i), Cancel);
        Assert.Equal((3, 1, MarkingState.Missing), (host.Requests.Count, read.Count, read[0].Details[0].State));
        Assert.Equal(1, Assert.Single(await host.Api.WaitForMarkingsAsync([1], cancellationToken: Cancel)).OrderId);
    }
}
