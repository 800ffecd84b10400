using System.Globalization;
using System.Net;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.DbwOrders;

public sealed class DbwOrdersHelperTests
{
    private const string Status = """POST /api/v3/dbw/orders/status {"orders":[5,6]}""";

    // Where an order must be for WB to let it go there.
    private static readonly Dictionary<string, (Func<IDbwOrdersApi, Task<OrderChangeResult>> Change, string[] From, string Target)> Checked = new()
    {
        ["confirm"] = (api => api.ConfirmOrdersAsync([5], cancellationToken: Cancel), ["new"], "confirm"),
        ["cancel"] = (api => api.CancelOrdersAsync([5], cancellationToken: Cancel), ["new", "confirm"], "cancel"),
        ["deliver"] = (api => api.DeliverOrdersAsync([5], cancellationToken: Cancel), ["confirm"], "complete"),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> CheckedChanges => [.. Checked.Keys];

    [Fact]
    public async Task Orders_are_confirmed_and_cancelled_one_by_one_after_their_statuses_were_asked_for()
    {
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, """{"orders":[{"id":5,"supplierStatus":"new","wbStatus":"waiting"},{"id":6,"supplierStatus":"new"}]}""");
        var told = new List<OrderChangeResult>();
        OrderChangeResult result = await host.Api.ConfirmOrdersAsync([5, 6, 5], progress: new Told(told), cancellationToken: Cancel);
        Assert.True(result.IsDone);
        Assert.Equal([Status, "PATCH /api/v3/dbw/orders/5/confirm", "PATCH /api/v3/dbw/orders/6/confirm"], host.Requests);
        Assert.Equal([1, 2, 2], told.Select(one => one.Done.Count));
        host.Requests.Clear();
        Assert.True((await host.Api.CancelOrdersAsync([5, 6], checkFirst: false, cancellationToken: Cancel)).IsDone);
        Assert.Equal(["PATCH /api/v3/dbw/orders/5/cancel", "PATCH /api/v3/dbw/orders/6/cancel"], host.Requests);
    }

    [Theory]
    [MemberData(nameof(CheckedChanges))]
    public async Task A_check_knows_from_where_WB_lets_an_order_go(string name)
    {
        (Func<IDbwOrdersApi, Task<OrderChangeResult>> change, string[] from, string target) = Checked[name];
        foreach (string status in (string[])["new", "confirm", "complete", "receive", "reject", "cancel", "cancel_missed_call"])
        {
            using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath.EndsWith("status", StringComparison.Ordinal)
                ? $$"""{"orders":[{"id":5,"supplierStatus":"{{status}}","wbStatus":"waiting"}]}"""
                : """{"results":[{"orderId":5,"isError":false}]}""");
            OrderChange order = Assert.Single((await change(host.Api)).Orders);
            OrderChangeOutcome expected = status == target ? OrderChangeOutcome.Unchanged : from.Contains(status) ? OrderChangeOutcome.Done : OrderChangeOutcome.Refused;
            Assert.Equal(expected, order.Outcome);
            Assert.Equal(expected == OrderChangeOutcome.Done ? 2 : 1, host.Requests.Count);
        }
    }

    [Fact]
    public async Task An_order_that_WB_refuses_does_not_fail_the_others_and_a_lost_answer_ends_it()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.Conflict, """{"code":"StatusMismatch","message":"Несоответствие"}""")
            .Answer(HttpStatusCode.NotFound, """{"code":"NotFound","message":""}""")
            .Answer(HttpStatusCode.NoContent)
            .Answer(HttpStatusCode.BadGateway);
        var failure = await Assert.ThrowsAsync<WildberriesServerException>(
            () => wb.Elapse(wb.Client.DbwOrders.CancelOrdersAsync([1, 2, 3, 4, 5], checkFirst: false, cancellationToken: Cancel)));
        OrderChangeResult result = failure.GetOrderChangeResult()!;
        Assert.Equal([(1, 409, "StatusMismatch"), (2, 404, "NotFound")], result.Refused.Select(order => (order.OrderId, order.ErrorCode!.Value, order.Reason.Value)));
        Assert.Equal((3, 4, 5), (Assert.Single(result.Done).OrderId, Assert.Single(result.Unknown).OrderId, Assert.Single(result.NotSent).OrderId));
        Assert.Equal(4, wb.Arrivals.Count);
    }

    [Fact]
    public async Task Orders_are_handed_over_a_thousand_at_a_time()
    {
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, """{"results":[{"orderId":1,"isError":false}]}""");
        OrderChangeResult result = await host.Api.DeliverOrdersAsync(Enumerable.Range(1, 1001).Select(i => (long)i), checkFirst: false, cancellationToken: Cancel);
        Assert.Equal(2, host.Requests.Count);
        Assert.Equal((1, 1000), (result.Done.Count, result.Unknown.Count));
    }

    [Fact]
    public async Task Details_are_read_in_parts_and_each_order_is_asked_for_once()
    {
        long[] ids = [.. Enumerable.Range(1, 1001).Select(i => (long)i), 1];
        (int Requests, Func<IDbwOrdersApi, Task<int>> Read)[] reads =
        [
            (2, async api => (await api.GetDeliveryDatesAsync(ids, Cancel)).Count),
            (2, async api => (await api.GetBuyersAsync(ids, Cancel)).Count),
            (2, async api => (await api.GetCouriersAsync(ids, Cancel)).Count),
        ];
        foreach ((int requests, Func<IDbwOrdersApi, Task<int>> read) in reads)
        {
            int next = 0;
            using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, _ =>
            {
                string id = (++next).ToString(CultureInfo.InvariantCulture);
                return $$"""{"orders":[{"id":{{id}},"orderID":{{id}},"orderId":{{id}}},null]}""";
            });
            Assert.Equal(requests, await read(host.Api));
            Assert.Equal(requests, host.Requests.Count);
        }
    }

    [Fact]
    public void What_cannot_be_sent_is_refused_before_the_network()
    {
        using var host = new FakeHost<IDbwOrdersApi>(DbwOrdersJsonContext.Default, "{}");
        IDbwOrdersApi api = host.Api;
        Assert.Throws<ArgumentOutOfRangeException>("orderIds", () => { _ = api.ConfirmOrdersAsync([5, 0], cancellationToken: Cancel); });
        Assert.Throws<ArgumentNullException>("orderIds", () => { _ = api.CancelOrdersAsync(null!, cancellationToken: Cancel); });
        Assert.Throws<ArgumentOutOfRangeException>("orderIds", () => { _ = api.DeliverOrdersAsync([-1], cancellationToken: Cancel); });
        Assert.Empty(host.Requests);
    }

    private sealed class Told(List<OrderChangeResult> reports) : IProgress<OrderChangeResult>
    {
        public void Report(OrderChangeResult value) => reports.Add(value);
    }
}
