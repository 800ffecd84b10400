using System.Globalization;
using System.Net;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.PickupOrders;

public sealed class PickupOrdersHelperTests
{
    private const string Root = "POST /api/marketplace/v3/click-collect/orders/";

    private static readonly long[] Ids = [5, 6, 5];

    private static readonly Dictionary<string, Func<IPickupOrdersApi, Task<OrderChangeResult>>> Changes = new()
    {
        [Root + """status/confirm {"ordersIds":[5,6]}"""] = api => api.ConfirmOrdersAsync(Ids, checkFirst: false, cancellationToken: Cancel),
        [Root + """status/prepare {"ordersIds":[5,6]}"""] = api => api.PrepareOrdersAsync(Ids, checkFirst: false, cancellationToken: Cancel),
        [Root + """status/receive {"ordersIds":[5,6]}"""] = api => api.ReceiveOrdersAsync(Ids, checkFirst: false, cancellationToken: Cancel),
        [Root + """status/reject {"ordersIds":[5,6]}"""] = api => api.RejectOrdersAsync(Ids, checkFirst: false, cancellationToken: Cancel),
        [Root + """status/cancel {"ordersIds":[5,6]}"""] = api => api.CancelOrdersAsync(Ids, checkFirst: false, cancellationToken: Cancel),
        [Root + """meta/delete {"key":"gtin","ordersIds":[5,6]}"""] = api => api.DeleteMarkingsAsync(MarkingCodeKind.Gtin, Ids, cancellationToken: Cancel),
    };

    private static readonly Dictionary<string, (Func<IPickupOrdersApi, Task<OrderChangeResult>> Change, string[] From, string Target)> Checked = new()
    {
        ["confirm"] = (api => api.ConfirmOrdersAsync([5], cancellationToken: Cancel), ["new"], "confirm"),
        ["prepare"] = (api => api.PrepareOrdersAsync([5], cancellationToken: Cancel), ["confirm"], "prepare"),
        ["receive"] = (api => api.ReceiveOrdersAsync([5], cancellationToken: Cancel), ["prepare"], "receive"),
        ["reject"] = (api => api.RejectOrdersAsync([5], cancellationToken: Cancel), ["prepare"], "reject"),
        ["cancel"] = (api => api.CancelOrdersAsync([5], cancellationToken: Cancel), ["new", "confirm", "prepare"], "cancel"),
    };

    public static TheoryData<string> ChangeRequests => [.. Changes.Keys];

    public static TheoryData<string> CheckedChanges => [.. Checked.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ChangeRequests))]
    public async Task Each_change_asks_once_for_all_and_answers_for_each(string expected)
    {
        using var host = new FakeHost<IPickupOrdersApi>(
            PickupOrdersJsonContext.Default, """{"results":[{"orderId":6,"isError":true,"errors":[{"code":404,"detail":"NotFound"}]},{"orderId":5,"isError":false}]}""");
        OrderChangeResult result = await Changes[expected](host.Api);
        Assert.Equal([expected], host.Requests);
        Assert.Equal([OrderChangeOutcome.Done, OrderChangeOutcome.Refused], result.Orders.Select(order => order.Outcome));
        Assert.Equal((404, OrderErrorReason.NotFound), (result.Orders[1].ErrorCode, result.Orders[1].Reason));
    }

    [Theory]
    [MemberData(nameof(CheckedChanges))]
    public async Task A_check_knows_from_where_WB_lets_an_order_go(string name)
    {
        (Func<IPickupOrdersApi, Task<OrderChangeResult>> change, string[] from, string target) = Checked[name];
        foreach (string status in (string[])["new", "confirm", "prepare", "receive", "reject", "cancel", "cancel_shelf_life"])
        {
            using var host = new FakeHost<IPickupOrdersApi>(PickupOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath.EndsWith("info", StringComparison.Ordinal)
                ? $$"""{"orders":[{"orderId":5,"supplierStatus":"{{status}}","wbStatus":"ready_for_pickup"}]}"""
                : """{"results":[{"orderId":5,"isError":false}]}""");
            OrderChange order = Assert.Single((await change(host.Api)).Orders);
            OrderChangeOutcome expected = status == target ? OrderChangeOutcome.Unchanged : from.Contains(status) ? OrderChangeOutcome.Done : OrderChangeOutcome.Refused;
            Assert.Equal(expected, order.Outcome);
            Assert.Equal(expected == OrderChangeOutcome.Done ? 2 : 1, host.Requests.Count);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"ok":true}""", true)]
    [InlineData(HttpStatusCode.OK, """{"ok":false}""", false)]
    [InlineData(HttpStatusCode.Conflict, """{"code":"InvalidPasscode"}""", false)]
    public async Task A_code_is_right_or_wrong(HttpStatusCode status, string body, bool isBuyer)
    {
        using var wb = new FakeWildberries();
        wb.Answer(status, body);
        Assert.Equal(isBuyer, await wb.Elapse(wb.Client.PickupOrders.IsBuyerAsync("170046918-0011", "4567", Cancel)));
        Assert.Equal("""{"orderCode":"170046918-0011","passcode":"4567"}""", Assert.Single(wb.Arrivals).Body);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, """{"code":"NotFound"}""")]
    [InlineData(HttpStatusCode.Conflict, """{"code":"StatusMismatch"}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"code":"IncorrectRequestBody"}""")]
    public async Task What_is_no_answer_about_the_code_is_an_error_that_does_not_show_it(HttpStatusCode status, string body)
    {
        using var wb = new FakeWildberries();
        wb.Answer(status, body);
        var error = await Assert.ThrowsAnyAsync<WildberriesApiException>(() => wb.Elapse(wb.Client.PickupOrders.IsBuyerAsync("170046918-0011", "4567", Cancel)));
        Assert.Equal(status, error.StatusCode);
        Assert.DoesNotContain("4567", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purchase_and_a_code_must_be_given()
    {
        using var wb = new FakeWildberries();
        await Assert.ThrowsAsync<ArgumentException>("orderCode", () => wb.Client.PickupOrders.IsBuyerAsync(" ", "4567", Cancel));
        await Assert.ThrowsAsync<ArgumentException>("code", () => wb.Client.PickupOrders.IsBuyerAsync("1", "", Cancel));
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task Details_are_read_in_parts_and_each_order_is_asked_for_once()
    {
        long[] ids = [.. Enumerable.Range(1, 1001).Select(i => (long)i), 1];
        (int Requests, Func<IPickupOrdersApi, Task<int>> Read)[] reads =
        [
            (11, async api => (await api.GetBuyersAsync(ids, Cancel)).Count),
            (11, async api => (await api.GetFinalPricesAsync(ids, cancellationToken: Cancel)).Count),
            (2, async api => (await api.GetMarkingsAsync(ids, Cancel)).Count),
            (2, async api => (await api.WaitForMarkingsAsync(ids, TimeSpan.Zero, Cancel)).Count),
        ];
        foreach ((int requests, Func<IPickupOrdersApi, Task<int>> read) in reads)
        {
            int next = 0;
            using var host = new FakeHost<IPickupOrdersApi>(PickupOrdersJsonContext.Default, _ =>
            {
                string id = (++next).ToString(CultureInfo.InvariantCulture);
                return $$"""{"orders":[{"orderID":{{id}},"orderId":{{id}}},null],"results":[{"orderId":{{id}}},null]}""";
            });
            Assert.Equal(requests, await read(host.Api));
            Assert.Equal(requests, host.Requests.Count);
        }
    }
}
