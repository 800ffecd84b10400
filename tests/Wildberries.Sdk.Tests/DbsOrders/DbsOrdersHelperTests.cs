using System.Globalization;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.DbsOrders;

public sealed class DbsOrdersHelperTests
{
    private const string Root = "POST /api/marketplace/v3/dbs/orders/";

    private static readonly long[] Ids = [5, 6, 5];
    private static readonly OrderCode[] Codes = [new OrderCode { OrderId = 5, Code = "074185" }, new OrderCode { OrderId = 6, Code = "1" }];

    private static readonly Dictionary<string, Func<IDbsOrdersApi, Task<OrderChangeResult>>> Changes = new()
    {
        [Root + """status/confirm {"ordersIds":[5,6]}"""] = api => api.ConfirmOrdersAsync(Ids, checkFirst: false, cancellationToken: Cancel),
        [Root + """status/deliver {"ordersIds":[5,6]}"""] = api => api.DeliverOrdersAsync(Ids, checkFirst: false, cancellationToken: Cancel),
        [Root + """status/receive {"orders":[{"orderId":5,"code":"074185"},{"orderId":6,"code":"1"}]}"""] = api => api.ReceiveOrdersAsync(Codes, checkFirst: false, cancellationToken: Cancel),
        [Root + """status/reject {"orders":[{"orderId":5,"code":"074185"},{"orderId":6,"code":"1"}]}"""] = api => api.RejectOrdersAsync(Codes, checkFirst: false, cancellationToken: Cancel),
        [Root + """status/cancel {"ordersIds":[5,6]}"""] = api => api.CancelOrdersAsync(Ids, checkFirst: false, cancellationToken: Cancel),
        [Root + """meta/delete {"key":"sgtin","orderIds":[5,6]}"""] = api => api.DeleteMarkingsAsync(MarkingCodeKind.Sgtin, Ids, cancellationToken: Cancel),
    };

    // Where an order must be for WB to let it go there.
    private static readonly Dictionary<string, (Func<IDbsOrdersApi, Task<OrderChangeResult>> Change, string[] From, string Target)> Checked = new()
    {
        ["confirm"] = (api => api.ConfirmOrdersAsync([5], cancellationToken: Cancel), ["new"], "confirm"),
        ["deliver"] = (api => api.DeliverOrdersAsync([5], cancellationToken: Cancel), ["confirm"], "deliver"),
        ["receive"] = (api => api.ReceiveOrdersAsync(Codes[..1], cancellationToken: Cancel), ["deliver"], "receive"),
        ["reject"] = (api => api.RejectOrdersAsync(Codes[..1], cancellationToken: Cancel), ["deliver"], "reject"),
        ["cancel"] = (api => api.CancelOrdersAsync([5], cancellationToken: Cancel), ["new", "confirm"], "cancel"),
    };

    public static TheoryData<string> ChangeRequests => [.. Changes.Keys];

    public static TheoryData<string> CheckedChanges => [.. Checked.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ChangeRequests))]
    public async Task Each_change_asks_once_for_all_and_answers_for_each(string expected)
    {
        using var host = new FakeHost<IDbsOrdersApi>(
            DbsOrdersJsonContext.Default, """{"results":[{"orderId":6,"isError":true,"errors":[{"code":409,"detail":"StatusMismatch"}]},{"orderId":5,"isError":false}]}""");
        OrderChangeResult result = await Changes[expected](host.Api);
        Assert.Equal([expected], host.Requests);
        Assert.Equal([OrderChangeOutcome.Done, OrderChangeOutcome.Refused], result.Orders.Select(order => order.Outcome));
        Assert.Equal((409, OrderErrorReason.StatusMismatch), (result.Orders[1].ErrorCode, result.Orders[1].Reason));
    }

    [Theory]
    [InlineData("""{"orderId":5,"isError":false}""", OrderChangeOutcome.Done)]
    [InlineData("""{"orderId":5,"isError":false,"errors":null}""", OrderChangeOutcome.Done)]
    [InlineData("""{"orderId":5,"isError":"false","errors":[],"error":null}""", OrderChangeOutcome.Done)]
    [InlineData("""{"orderId":5,"isError":"yes"}""", OrderChangeOutcome.Unknown)]
    [InlineData("""{"orderId":5,"isError":null}""", OrderChangeOutcome.Unknown)]
    [InlineData("""{"orderId":5}""", OrderChangeOutcome.Unknown)]
    [InlineData("""{"orderId":5,"isError":false,"errors":"StatusMismatch"}""", OrderChangeOutcome.Unknown)]
    [InlineData("""{"orderId":5,"isError":false,"errors":[null]}""", OrderChangeOutcome.Unknown)]
    [InlineData("""{"orderId":5,"isError":false,"error":{"code":409}}""", OrderChangeOutcome.Unknown)]
    [InlineData("""{"orderId":5,"isError":false,"errors":[{"code":409,"detail":"StatusMismatch"}]}""", OrderChangeOutcome.Unknown)]
    [InlineData("""{"orderId":5,"errors":[{"code":409,"detail":"StatusMismatch"}]}""", OrderChangeOutcome.Refused)]
    [InlineData("""{"orderId":5,"isError":true,"errors":"StatusMismatch"}""", OrderChangeOutcome.Refused)]
    public async Task Only_a_clear_word_of_WBs_makes_an_order_done(string json, OrderChangeOutcome expected)
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, $$"""{"results":[{{json}}]}""");
        Assert.Equal(expected, Assert.Single((await host.Api.ConfirmOrdersAsync([5], checkFirst: false, cancellationToken: Cancel)).Orders).Outcome);
        Assert.Equal(expected, Assert.Single((await host.Api.DeliverOrdersAsync([5], checkFirst: false, cancellationToken: Cancel)).Orders).Outcome);
    }

    [Fact]
    public async Task Buyers_are_those_of_the_orders_and_each_once()
    {
        using var host = new FakeHost<IDbsOrdersApi>(
            DbsOrdersJsonContext.Default, """{"orders":[{"orderID":6},{"orderID":5,"firstName":"a"},{"orderID":5,"firstName":"b"},{"orderID":77},{},null]}""");
        Assert.Equal([6, 5], (await host.Api.GetBuyersAsync([5, 6], Cancel)).Select(buyer => buyer.OrderId));
    }

    [Theory]
    [MemberData(nameof(CheckedChanges))]
    public async Task A_check_knows_from_where_WB_lets_an_order_go(string name)
    {
        (Func<IDbsOrdersApi, Task<OrderChangeResult>> change, string[] from, string target) = Checked[name];
        foreach (string status in (string[])["new", "confirm", "deliver", "receive", "reject", "cancel", "cancel_missed_call"])
        {
            using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath.EndsWith("info", StringComparison.Ordinal)
                ? $$"""{"orders":[{"orderId":5,"supplierStatus":"{{status}}","wbStatus":"waiting"}]}"""
                : """{"results":[{"orderId":5,"isError":false}]}""");
            OrderChange order = Assert.Single((await change(host.Api)).Orders);
            OrderChangeOutcome expected = status == target ? OrderChangeOutcome.Unchanged : from.Contains(status) ? OrderChangeOutcome.Done : OrderChangeOutcome.Refused;
            Assert.Equal(expected, order.Outcome);
            Assert.Equal(expected == OrderChangeOutcome.Done ? 2 : 1, host.Requests.Count);
        }
    }

    [Fact]
    public async Task The_label_identifiers_that_stand_in_the_way_of_a_delivery_are_named()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, """
            {"results":[{"orderId":5,"isError":true,"errors":[{"code":409,"detail":"MetaValidationFail","metaDetails":[
              {"key":"sgtin","value":"0102900304495480215KE","decision":"sgtinInvalidFormat"},{"key":"imei","decision":"required"}]}]}]}
            """);
        OrderChange order = Assert.Single((await host.Api.DeliverOrdersAsync([5], checkFirst: false, cancellationToken: Cancel)).Refused);
        Assert.Equal(OrderErrorReason.MetaValidationFail, order.Reason);
        Assert.Equal([MarkingState.Failed, MarkingState.Missing], order.Markings.Select(marking => marking.State));
    }

    [Fact]
    public void What_cannot_be_sent_is_refused_before_the_network()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, "{}");
        IDbsOrdersApi api = host.Api;
        Assert.Throws<ArgumentOutOfRangeException>("orderIds", () => { _ = api.ConfirmOrdersAsync([5, 0], cancellationToken: Cancel); });
        Assert.Throws<ArgumentNullException>("orderIds", () => { _ = api.CancelOrdersAsync((IEnumerable<long>)null!, cancellationToken: Cancel); });
        Assert.Throws<ArgumentException>("orders", () => { _ = api.ReceiveOrdersAsync([Codes[0], Codes[0]], cancellationToken: Cancel); });
        Assert.Throws<ArgumentException>("orders", () => { _ = api.RejectOrdersAsync([new OrderCode { Code = "1" }], cancellationToken: Cancel); });
        var noCode = Assert.Throws<ArgumentException>("orders", () => { _ = api.ReceiveOrdersAsync([new OrderCode { OrderId = 7, Code = " " }], cancellationToken: Cancel); });
        Assert.Contains("order 7", noCode.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("kind", () => { _ = api.DeleteMarkingsAsync(MarkingCodeKind.Expiration, [5], cancellationToken: Cancel); });
        Assert.Throws<ArgumentOutOfRangeException>("maxWait", () => { _ = api.GetFinalPricesAsync([5], TimeSpan.FromDays(2), Cancel); });
        Assert.Throws<ArgumentOutOfRangeException>("maxWait", () => { _ = api.WaitForMarkingsAsync([5], TimeSpan.FromDays(2), Cancel); });
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task Details_are_read_in_parts_and_each_order_is_asked_for_once()
    {
        long[] ids = [.. Enumerable.Range(1, 1001).Select(i => (long)i), 1];
        (int Requests, Func<IDbsOrdersApi, Task<int>> Read)[] reads =
        [
            (2, async api => (await api.GetDeliveryDatesAsync(ids, Cancel)).Count),
            (11, async api => (await api.GetBuyersAsync(ids, Cancel)).Count),
            (2, async api => (await api.GetBusinessBuyersAsync(ids, Cancel)).Count),
            (11, async api => (await api.GetFinalPricesAsync(ids, cancellationToken: Cancel)).Count),
            (2, async api => (await api.GetMarkingsAsync(ids, Cancel)).Count),
            (2, async api => (await api.WaitForMarkingsAsync(ids, TimeSpan.Zero, Cancel)).Count),
        ];
        foreach ((int requests, Func<IDbsOrdersApi, Task<int>> read) in reads)
        {
            int next = 0;
            using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, _ =>
            {
                string id = (++next).ToString(CultureInfo.InvariantCulture);
                return $$"""{"orders":[{"id":{{id}},"orderID":{{id}},"orderId":{{id}}},null],"results":[{"orderId":{{id}}},null]}""";
            });
            Assert.Equal(requests, await read(host.Api));
            Assert.Equal(requests, host.Requests.Count);
        }
    }

    [Fact]
    public async Task Groups_are_read_in_parts_and_each_is_asked_for_once()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, """[{"groupID":"1"},{"groupID":"1"},{"groupID":"another"},{}]""");
        string[] ids = [.. Enumerable.Range(1, 1500).Select(i => i.ToString(CultureInfo.InvariantCulture)), "1"];
        Assert.Equal("1", Assert.Single(await host.Api.GetDeliveryGroupsAsync(ids, Cancel)).GroupId);
        Assert.Equal(2, host.Requests.Count);
        await Assert.ThrowsAsync<ArgumentException>("groupIds", () => host.Api.GetDeliveryGroupsAsync(["1", " "], Cancel));
    }
}
