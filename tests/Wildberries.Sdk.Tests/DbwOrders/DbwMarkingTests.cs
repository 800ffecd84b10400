using System.Net;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.DbwOrders;

public sealed class DbwMarkingTests
{
    private const string Code = "0104600439931256215abCD1\u001d93Zx9Q";
    private const string Root = "POST /api/marketplace/v3/dbw/orders/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chestny_ZNAK_codes_go_out_together_and_the_others_one_by_one()
    {
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath.EndsWith("sgtin", StringComparison.Ordinal)
            ? """{"results":[{"orderId":5,"isError":false},{"orderId":6,"isError":true,"errors":[{"code":409,"detail":"FailedToUpdateMeta"}]}]}"""
            : "");
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync(
            [
                OrderMarkingCodes.Sgtins(5, Code),
                OrderMarkingCodes.Imei(5, "490154203237518"),
                OrderMarkingCodes.Sgtins(6, Code.Replace("CD1", "CD2", StringComparison.Ordinal)),
                OrderMarkingCodes.Imei(6, "356938035643809"),
                OrderMarkingCodes.Uin(7, "1234568909091232"),
                OrderMarkingCodes.Gtin(7, "4810143000012"),
            ],
            checkFirst: false,
            cancellationToken: Cancel);
        Assert.Equal(
            [
                Root + """meta/sgtin {"orders":[{"orderId":5,"sgtins":["0104600439931256215abCD1\u001D93Zx9Q"]},{"orderId":6,"sgtins":["0104600439931256215abCD2\u001D93Zx9Q"]}]}""",
                """PUT /api/v3/dbw/orders/5/meta/imei {"imei":"490154203237518"}""",
                """PUT /api/v3/dbw/orders/6/meta/imei {"imei":"356938035643809"}""",
                """PUT /api/v3/dbw/orders/7/meta/uin {"uin":"1234568909091232"}""",
                """PUT /api/v3/dbw/orders/7/meta/gtin {"gtin":"4810143000012"}""",
            ],
            host.Requests);
        Assert.Equal((6, 409, OrderErrorReason.FailedToUpdateMeta), result.Refused.Select(order => (order.OrderId, order.ErrorCode!.Value, order.Reason)).Single());
        Assert.Equal(5, result.Done.Count);
    }

    [Fact]
    public async Task Orders_are_looked_at_first_for_each_refusal_costs_ten_requests()
    {
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath.Split('/')[^1] switch
        {
            "status" => """{"orders":[{"id":1,"supplierStatus":"confirm"},{"id":2,"supplierStatus":"complete"},{"id":3,"supplierStatus":"confirm"}]}""",
            "details" => """
                {"orders":[{"orderId":1,"metaDetails":[{"key":"imei","decision":"required"}]},{"orderId":2,"metaDetails":[{"key":"imei","decision":"filled"}]},
                  {"orderId":3,"metaDetails":[{"key":"uin","decision":"optional"}]}]}
                """,
            _ => "",
        });
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync(
            Enumerable.Range(1, 4).Select(i => OrderMarkingCodes.Imei(i, "490154203237518")), cancellationToken: Cancel);
        Assert.Equal([1, 4], result.Done.Select(order => order.OrderId));
        Assert.Equal([OrderErrorReason.StatusMismatch, OrderErrorReason.MetaKeyNotRequired], result.Refused.Select(order => order.Reason));
        Assert.Equal(2, host.Requests.Count(request => request.StartsWith("PUT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refusal_of_one_order_is_its_own()
    {
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath.Contains("/2/", StringComparison.Ordinal)
            ? throw new WildberriesConflictException("409") { Code = "FailedToUpdateMeta", StatusCode = HttpStatusCode.Conflict, Delivery = Delivery.Refused }
            : "");
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync(
            Enumerable.Range(1, 3).Select(i => OrderMarkingCodes.Imei(i, "490154203237518")), checkFirst: false, cancellationToken: Cancel);
        Assert.Equal([1, 3], result.Done.Select(order => order.OrderId));
        Assert.Equal((409, OrderErrorReason.FailedToUpdateMeta), result.Refused.Select(order => (order.ErrorCode!.Value, order.Reason)).Single());
    }

    [Fact]
    public async Task Codes_are_deleted_and_read_by_the_thousand()
    {
        long[] ids = [.. Enumerable.Range(1, 1001).Select(i => (long)i)];
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, """{"orders":[{"orderId":1,"metaDetails":[]}],"results":[{"orderId":1,"isError":false}]}""");
        OrderChangeResult deleted = await host.Api.DeleteMarkingsAsync(MarkingCodeKind.Sgtin, ids, cancellationToken: Cancel);
        Assert.Equal((1, 1000, 2), (deleted.Done.Count, deleted.Unknown.Count, host.Requests.Count));
        Assert.Equal(1, Assert.Single(await host.Api.GetMarkingsAsync(ids, Cancel)).OrderId);
        Assert.Equal(4, host.Requests.Count);
        Assert.Equal(1, Assert.Single(await host.Api.WaitForMarkingsAsync([1], cancellationToken: Cancel)).OrderId);
        Assert.Throws<ArgumentException>("kind", () => { _ = host.Api.DeleteMarkingsAsync(MarkingCodeKind.CustomsDeclaration, ids, cancellationToken: Cancel); });
        Assert.Throws<ArgumentException>("codes", () => { _ = host.Api.SetMarkingCodesAsync([OrderMarkingCodes.CustomsDeclaration(1, "10704010/010624/0000302")], cancellationToken: Cancel); });
    }
}
