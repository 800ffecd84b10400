using System.Net;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class OrderTransitionTests
{
    private readonly List<int> _sent = [];
    private readonly List<OrderChangeResult> _reports = [];
    private Func<long[], IEnumerable<OrderAnswer>> _answer = ids => ids.Select(Done);
    private Func<IReadOnlyList<long>, IEnumerable<OrderStatusResult>> _statuses = _ => throw new InvalidOperationException("Nobody should ask.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Orders_go_out_by_the_thousand_and_each_is_accounted_for()
    {
        OrderChangeResult result = await RunAsync(2500);
        Assert.Equal([1000, 1000, 500], _sent);
        Assert.Equal(Enumerable.Range(0, 2500).Select(i => (i, i + 1L, OrderChangeOutcome.Done)), result.Orders.Select(order => (order.Index, order.OrderId, order.Outcome)));
        Assert.True(result.IsDone);
        Assert.Equal("2500 orders: 2500 done, 0 refused, 0 unknown, 0 not sent", result.ToString());
        Assert.Equal([1000, 2000, 2500, 2500], _reports.Select(report => report.Done.Count));
    }

    [Fact]
    public async Task No_orders_are_no_request()
    {
        OrderChangeResult result = await RunAsync(0);
        Assert.Empty(_sent);
        Assert.Empty(result.Orders);
        Assert.True(result.IsDone);
    }

    [Fact]
    public async Task A_refused_order_has_WBs_code_and_word_and_the_label_identifiers_in_the_way()
    {
        var marking = new MarkingDetail { Kind = MarkingCodeKind.Imei, Value = "359876543210925", Decision = MarkingDecision.ImeiAlreadySold };
        _answer = ids =>
        [
            new OrderAnswer { OrderId = 1, IsError = true, Code = 404, Reason = OrderErrorReason.NotFound },
            new OrderAnswer { OrderId = 2, IsError = true, Code = 409, Reason = OrderErrorReason.MetaValidationFail, Markings = [marking] },
            new OrderAnswer { OrderId = 3, IsError = true },
            Done(4),
            Done(99),
        ];
        OrderChangeResult result = await RunAsync(4);
        Assert.Equal(
            [(404, OrderErrorReason.NotFound, "NotFound"), (409, OrderErrorReason.MetaValidationFail, "MetaValidationFail"), ((int?)null, default, "WB gives no reason.")],
            result.Refused.Select(order => (order.ErrorCode, order.Reason, order.ErrorText!)));
        Assert.Equal([marking], result.Refused[1].Markings);
        Assert.Equal([4], result.Done.Select(order => order.OrderId));
        Assert.False(result.IsDone);
    }

    [Fact]
    public async Task Nothing_is_called_done_that_WB_does_not_call_done()
    {
        _answer = ids => [Done(1), new OrderAnswer { OrderId = 1, IsError = true, Code = 409 }, new OrderAnswer { OrderId = 3, IsError = false, Code = 409, Reason = OrderErrorReason.StatusMismatch }];
        OrderChangeResult result = await RunAsync(3);
        Assert.Equal([OrderChangeOutcome.Refused, OrderChangeOutcome.Unknown, OrderChangeOutcome.Unknown], result.Orders.Select(order => order.Outcome));
        Assert.Equal("WB's answer does not name the order.", result.Orders[1].ErrorText);
        Assert.Equal("WB calls it done, with the error 409 StatusMismatch.", result.Orders[2].ErrorText);
    }

    [Fact]
    public async Task A_request_that_is_refused_as_a_whole_settles_its_orders_and_no_others()
    {
        Exception[] refusals =
        [
            new WildberriesBadRequestException("400") { StatusCode = HttpStatusCode.BadRequest, Delivery = Delivery.Refused, Title = "IncorrectRequest" },
            new WildberriesConflictException("409") { StatusCode = HttpStatusCode.Conflict, Delivery = Delivery.Refused, Code = "FailedToUpdateMeta", Detail = "Make sure" },
            new WildberriesNotFoundException("404") { StatusCode = HttpStatusCode.NotFound, Delivery = Delivery.Refused },
            new WildberriesRequestTooLargeException("413") { StatusCode = HttpStatusCode.RequestEntityTooLarge, Delivery = Delivery.Refused },
        ];
        _answer = ids => _sent.Count <= refusals.Length ? throw refusals[_sent.Count - 1] : ids.Select(Done);
        OrderChangeResult result = await RunAsync(5000);
        Assert.Equal((4000, 1000), (result.Refused.Count, result.Done.Count));
        Assert.Equal(
            [(400, "IncorrectRequest", "400"), (409, "FailedToUpdateMeta", "Make sure"), (404, "", "404"), (413, "", "413")],
            result.Refused.Chunk(1000).Select(part => part.Select(order => (order.ErrorCode!.Value, order.Reason.Value, order.ErrorText!)).Distinct().Single()));
    }

    public static TheoryData<string, OrderChangeOutcome> Failures => new()
    {
        { "connection", OrderChangeOutcome.Unknown },
        { "server", OrderChangeOutcome.Unknown },
        { "answer", OrderChangeOutcome.Unknown },
        { "not sent", OrderChangeOutcome.NotSent },
        { "limit", OrderChangeOutcome.NotSent },
        { "token", OrderChangeOutcome.NotSent },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_ends_the_run_and_tells_what_is_known_of_each_order(string name, OrderChangeOutcome outcome)
    {
        WildberriesApiException failure = name switch
        {
            "connection" => new WildberriesConnectionException("reset"),
            "server" => new WildberriesServerException("500") { StatusCode = HttpStatusCode.InternalServerError },
            "answer" => new WildberriesResponseException("no JSON") { Delivery = Delivery.Answered },
            "not sent" => new WildberriesConnectionException("no route") { Delivery = Delivery.NotSent },
            "limit" => new WildberriesRateLimitException("429") { Delivery = Delivery.Refused },
            _ => new WildberriesAccessException("403") { Delivery = Delivery.Refused },
        };
        _answer = ids => _sent.Count == 2 ? throw failure : ids.Select(Done);
        var thrown = await Assert.ThrowsAnyAsync<WildberriesApiException>(() => RunAsync(2500));
        Assert.Same(failure, thrown);
        OrderChangeResult known = thrown.GetOrderChangeResult()!;
        Assert.Equal([1000, 1000], _sent);
        Assert.Equal(
            [OrderChangeOutcome.Done, outcome, OrderChangeOutcome.NotSent],
            known.Orders.Chunk(1000).Select(part => part.Select(order => order.Outcome).Distinct().Single()));
        Assert.Equal(known.Orders, _reports[^1].Orders);
    }

    [Fact]
    public async Task After_a_cancellation_the_last_report_and_the_exception_have_what_is_known()
    {
        _answer = ids => _sent.Count == 2 ? throw new OperationCanceledException() : ids.Select(Done);
        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(2500));
        Assert.Equal((1000, 1000, 500), (_reports[^1].Done.Count, _reports[^1].Unknown.Count, _reports[^1].NotSent.Count));
        Assert.Equal(_reports[^1].Orders, error.GetOrderChangeResult()!.Orders);
    }

    [Fact]
    public void An_exception_of_another_call_knows_of_no_orders() => Assert.Null(new WildberriesServerException("500").GetOrderChangeResult());

    [Fact]
    public async Task A_check_sends_only_what_WB_would_take()
    {
        _statuses = ids =>
        [
            Status(1, "new", "waiting"),
            Status(2, "confirm", "waiting"),
            Status(3, "deliver", "waiting"),
            Status(4, "new", "declined_by_client"),
            new OrderStatusResult { OrderId = 5, Errors = [new OrderError { Code = 404, Reason = OrderErrorReason.NotFound }] },
            Status(7, "newOne", "waiting"),
            Status(8, "new", "newOne"),
            Status(9, "", ""),
        ];
        OrderChangeResult result = await RunAsync(9, checkFirst: true);
        Assert.Equal([4], _sent);
        Assert.Equal([1, 2, 6, 8, 9], result.Done.Select(order => order.OrderId));
        Assert.Equal(OrderChangeOutcome.Unchanged, result.Orders[1].Outcome);
        Assert.Equal(
            [
                (3, OrderErrorReason.StatusMismatch, "It is in \"deliver\"; to \"confirm\" it can go only from \"new\"."),
                (4, OrderErrorReason.StatusMismatch, "It is over: WB has it as \"declined_by_client\"."),
                (5, OrderErrorReason.NotFound, "WB does not tell its status: 404 NotFound."),
                (7, OrderErrorReason.StatusMismatch, "It is in \"newOne\"; to \"confirm\" it can go only from \"new\"."),
            ],
            result.Refused.Select(order => (order.OrderId, order.Reason, order.ErrorText!)));
        Assert.All(result.Refused, order => Assert.Null(order.ErrorCode));
    }

    [Fact]
    public async Task A_check_that_leaves_nothing_sends_nothing()
    {
        _statuses = ids => ids.Select(id => Status(id, "confirm", "waiting"));
        OrderChangeResult result = await RunAsync(1500, checkFirst: true);
        Assert.Empty(_sent);
        Assert.True(result.IsDone);
        Assert.Equal(1500, result.Done.Count);
    }

    [Fact]
    public async Task A_check_that_fails_leaves_all_unsent()
    {
        _statuses = _ => throw new WildberriesServerException("500");
        var thrown = await Assert.ThrowsAsync<WildberriesServerException>(() => RunAsync(3, checkFirst: true));
        Assert.Equal(3, thrown.GetOrderChangeResult()!.NotSent.Count);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task The_same_call_with_a_check_goes_on_after_a_lost_answer()
    {
        var done = new HashSet<long>();
        _answer = ids =>
        {
            done.UnionWith(ids);
            return _sent.Count == 1 ? throw new WildberriesConnectionException("reset") : ids.Select(Done);
        };
        _statuses = ids => ids.Select(id => Status(id, done.Contains(id) ? "confirm" : "new", "waiting"));
        await Assert.ThrowsAsync<WildberriesConnectionException>(() => RunAsync(1500));
        OrderChangeResult result = await RunAsync(1500, checkFirst: true);
        Assert.Equal([1000, 500], _sent);
        Assert.Equal((1000, 500), (result.Orders.Count(order => order.Outcome == OrderChangeOutcome.Unchanged), result.Orders.Count(order => order.Outcome == OrderChangeOutcome.Done)));
    }

    [Fact]
    public async Task An_order_that_is_given_twice_is_sent_once_and_has_its_first_place()
    {
        var sent = new List<long>();
        var transition = new OrderTransition(SupplierStatus.Confirm, [SupplierStatus.New], (_, _) => throw new NotSupportedException());
        OrderChangeResult result = await transition.RunAsync<long>(
            [7, 5, 7, 6, 5],
            id => id,
            (ids, _) =>
            {
                sent.AddRange(ids);
                return Task.FromResult(ids.Select(Done));
            },
            checkFirst: false,
            null,
            Cancel);
        Assert.Equal([7, 5, 6], sent);
        Assert.Equal([(0, 7), (1, 5), (3, 6)], result.Orders.Select(order => (order.Index, order.OrderId)));

        result = await OrderMarkingDeletion.RunAsync(
            MarkingCodeKind.Imei, [MarkingCodeKind.Imei], [7, 7, 5], 1, OrderTransition.One((_, _) => Task.CompletedTask), null, Cancel);
        Assert.Equal([(0, 7), (2, 5)], result.Orders.Select(order => (order.Index, order.OrderId)));
    }

    private Task<OrderChangeResult> RunAsync(int count, bool checkFirst = false) => new OrderTransition(
        SupplierStatus.Confirm,
        [SupplierStatus.New],
        (request, _) => Task.FromResult(new OrderStatusResultsResponse { Orders = [.. _statuses(request.OrderIds)] })).RunAsync<long>(
            [.. Enumerable.Range(1, count).Select(i => (long)i)],
            id => id,
            async (ids, token) =>
            {
                _sent.Add(ids.Length);
                await Task.Yield();
                return [.. _answer(ids)];
            },
            checkFirst,
            new Reports(_reports),
            Cancel);

    private static OrderAnswer Done(long id) => new() { OrderId = id, IsError = false };

    private static OrderStatusResult Status(long id, string status, string wbStatus) =>
        new() { OrderId = id, SupplierStatus = SupplierStatus.From(status), WbStatus = WbStatus.From(wbStatus) };

    private sealed class Reports(List<OrderChangeResult> all) : IProgress<OrderChangeResult>
    {
        public void Report(OrderChangeResult value) => all.Add(value);
    }
}
