using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class SetMarkingCodesTests
{
    private const string Gs = "\u001d";
    private const string Code = "0104600439931256215abCD1" + Gs + "93Zx9Q";
    private const string OtherCode = "0104600439931256215abCD2" + Gs + "93Zx9Q";
    private const string Root = "POST /api/marketplace/v3/dbs/orders/";

    private static readonly OrderMarkingCodes[] Codes =
    [
        OrderMarkingCodes.Sgtins(5, Code, OtherCode),
        OrderMarkingCodes.Imei(5, "490154203237518"),
        OrderMarkingCodes.Uin(6, "1234568909091232"),
        OrderMarkingCodes.Gtin(7, "4810143000012"),
        OrderMarkingCodes.Sgtins(8, "0104600439931256215abCD3" + Gs + "93Zx9Q"),
        OrderMarkingCodes.CustomsDeclaration(9, "10704010/010624/0000302", "156"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kind_is_sent_once_for_all_its_orders_with_its_separators()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, AllDone);
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync(Codes, checkFirst: false, cancellationToken: Cancel);
        Assert.Equal(
            [
                Root + """meta/sgtin {"orders":[{"orderId":5,"sgtins":["0104600439931256215abCD1\u001D93Zx9Q","0104600439931256215abCD2\u001D93Zx9Q"]},{"orderId":8,"sgtins":["0104600439931256215abCD3\u001D93Zx9Q"]}]}""",
                Root + """meta/imei {"orders":[{"orderId":5,"imei":"490154203237518"}]}""",
                Root + """meta/uin {"orders":[{"orderId":6,"uin":"1234568909091232"}]}""",
                Root + """meta/gtin {"orders":[{"orderId":7,"gtin":"4810143000012"}]}""",
                Root + """meta/customs-declaration {"orders":[{"orderId":9,"customsDeclaration":"10704010/010624/0000302","originCountryCode":"156"}]}""",
            ],
            host.Requests);
        Assert.True(result.IsDone);
        Assert.Equal(
            [(0, 5, "sgtin"), (1, 5, "imei"), (2, 6, "uin"), (3, 7, "gtin"), (4, 8, "sgtin"), (5, 9, "customsDeclaration")],
            result.Orders.Select(order => (order.Index, order.OrderId, order.Kind.Value)));
        Assert.All(result.Orders, order => Assert.Empty(order.Problems));
    }

    [Fact]
    public async Task Pickup_orders_take_the_same()
    {
        using var host = new FakeHost<IPickupOrdersApi>(PickupOrdersJsonContext.Default, AllDone);
        Assert.True((await host.Api.SetMarkingCodesAsync(Codes, checkFirst: false, cancellationToken: Cancel)).IsDone);
        Assert.Equal(
            ["sgtin", "imei", "uin", "gtin", "customs-declaration"], host.Requests.Select(request => request.Split(' ')[1]["/api/marketplace/v3/click-collect/orders/meta/".Length..]));
    }

    [Fact]
    public async Task What_WB_would_refuse_is_not_sent_and_a_warning_does_not_hold_it_back()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, AllDone);
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync(
            [
                OrderMarkingCodes.Sgtins(1, Code, "0104600439931256215 bCD2" + Gs + "93Zx9Q"),
                OrderMarkingCodes.Imei(2, "490154203237519"),
                OrderMarkingCodes.Imei(3, "49015420323751"),
                OrderMarkingCodes.Sgtins(4),
                OrderMarkingCodes.Sgtins(5, [.. Enumerable.Range(0, 25).Select(i => string.Create(CultureInfo.InvariantCulture, $"0104600439931256215a{i}{Gs}93Zx9Q"))]),
                OrderMarkingCodes.CustomsDeclaration(6, "10704010/010624/0000302"),
                OrderMarkingCodes.Uin(7, null!),
            ],
            checkFirst: false,
            cancellationToken: Cancel);
        Assert.Equal([Root + """meta/imei {"orders":[{"orderId":2,"imei":"490154203237519"}]}"""], host.Requests);
        Assert.Equal([2], result.Done.Select(order => order.OrderId));
        Assert.Equal(MarkingFault.CheckDigit, Assert.Single(result.Done[0].Problems).Fault);
        Assert.Equal(
            [
                (1, "Code 2: Character 20 is white space."),
                (3, "It has 14 characters; WB takes 15."),
                (4, "There are 0 codes of the kind sgtin; WB takes 1 to 24 for an order."),
                (5, "There are 25 codes of the kind sgtin; WB takes 1 to 24 for an order."),
                (6, "The country of origin is not a number of at most three digits: 643 is Russia."),
                (7, "It is null."),
            ],
            result.Refused.Select(order => (order.OrderId, order.ErrorText!)));
        Assert.All(result.Refused, order => Assert.Null(order.ErrorCode));
    }

    [Fact]
    public async Task One_code_for_two_units_is_a_warning()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, AllDone);
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync([OrderMarkingCodes.Sgtins(1, Code, OtherCode), OrderMarkingCodes.Sgtins(2, Code)], checkFirst: false, cancellationToken: Cancel);
        Assert.True(result.IsDone);
        Assert.Equal(
            ["Code 1: It is given for more than one unit.", "It is given for more than one unit."], result.Orders.SelectMany(order => order.Problems).Select(problem => problem.Explanation));
    }

    [Fact]
    public async Task WBs_refusal_of_an_order_is_its_own()
    {
        using var host = new FakeHost<IDbsOrdersApi>(
            DbsOrdersJsonContext.Default, """{"results":[{"orderId":5,"isError":true,"errors":[{"code":409,"detail":"StatusMismatch"}]},{"orderId":8,"isError":false}]}""");
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync([Codes[0], Codes[4]], checkFirst: false, cancellationToken: Cancel);
        Assert.Equal((409, OrderErrorReason.StatusMismatch), (result.Refused.Single().ErrorCode, result.Refused.Single().Reason));
        Assert.Equal([8], result.Done.Select(order => order.OrderId));
    }

    [Fact]
    public async Task A_lost_answer_leaves_its_kind_unknown_and_the_kinds_after_it_unsent()
    {
        using var host = new FakeHost<IDbsOrdersApi>(
            DbsOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath.EndsWith("imei", StringComparison.Ordinal) ? throw new WildberriesConnectionException("reset") : AllDone(request));
        var thrown = await Assert.ThrowsAsync<WildberriesConnectionException>(() => host.Api.SetMarkingCodesAsync(Codes, checkFirst: false, cancellationToken: Cancel));
        OrderChangeResult known = thrown.GetOrderChangeResult()!;
        Assert.Equal(
            [OrderChangeOutcome.Done, OrderChangeOutcome.Unknown, OrderChangeOutcome.NotSent, OrderChangeOutcome.NotSent, OrderChangeOutcome.Done, OrderChangeOutcome.NotSent],
            known.Orders.Select(order => order.Outcome));
    }

    [Fact]
    public async Task A_check_keeps_back_what_an_order_cannot_have_or_not_now()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, request => request.RequestUri!.AbsolutePath.Split('/')[^1] switch
        {
            "info" => """
                {"orders":[{"orderId":1,"supplierStatus":"confirm"},{"orderId":2,"supplierStatus":"new"},{"orderId":3,"supplierStatus":"confirm"},
                  {"orderId":4,"supplierStatus":"deliver"},{"orderId":5,"supplierStatus":"","errors":[{"code":404,"detail":"NotFound"}]}]}
                """,
            "details" => """
                {"orders":[{"orderId":1,"metaDetails":[{"key":"imei","decision":"required"}]},{"orderId":2,"metaDetails":[{"key":"imei","decision":"required"}]},
                  {"orderId":3,"metaDetails":[{"key":"uin","decision":"optional"}]},{"orderId":4,"metaDetails":[{"key":"customsDeclaration","decision":"optional"}]},
                  {"orderId":5,"isError":true,"errors":[{"code":404,"detail":"NotFound"}]}]}
                """,
            _ => AllDone(request),
        });
        OrderChangeResult result = await host.Api.SetMarkingCodesAsync(
            [
                OrderMarkingCodes.Imei(1, "490154203237518"),
                OrderMarkingCodes.Imei(2, "490154203237518"),
                OrderMarkingCodes.Imei(3, "490154203237518"),
                OrderMarkingCodes.Imei(4, "490154203237518"),
                OrderMarkingCodes.Imei(5, "490154203237518"),
                OrderMarkingCodes.CustomsDeclaration(4, "10704010/010624/0000302", "643"),
            ],
            cancellationToken: Cancel);
        Assert.Equal(
            [
                Root + """meta/imei {"orders":[{"orderId":1,"imei":"490154203237518"},{"orderId":5,"imei":"490154203237518"}]}""",
                Root + """meta/customs-declaration {"orders":[{"orderId":4,"customsDeclaration":"10704010/010624/0000302","originCountryCode":"643"}]}""",
            ],
            host.Requests.Where(request => !request.Contains("info", StringComparison.Ordinal) && !request.Contains("details", StringComparison.Ordinal)));
        Assert.Equal(
            [
                (2, OrderErrorReason.StatusMismatch, "It is in \"new\"; it takes this kind only in \"confirm\"."),
                (3, OrderErrorReason.MetaKeyNotRequired, "It cannot have label identifiers of the kind imei."),
                (4, OrderErrorReason.StatusMismatch, "It is in \"deliver\"; it takes this kind only in \"confirm\"."),
            ],
            result.Refused.Select(order => (order.OrderId, order.Reason, order.ErrorText!)));
    }

    [Fact]
    public void Rows_that_make_no_sense_are_refused_as_a_whole()
    {
        using var host = new FakeHost<IDbsOrdersApi>(DbsOrdersJsonContext.Default, "{}");
        OrderMarkingCodes[][] wrong =
        [
            [OrderMarkingCodes.Imei(0, "490154203237518")],
            [OrderMarkingCodes.Imei(5, "490154203237518"), OrderMarkingCodes.Imei(5, "356938035643809")],
            [OrderMarkingCodes.Expiration(5, new DateOnly(2030, 1, 1))],
            [null!],
        ];
        foreach (OrderMarkingCodes[] codes in wrong)
            Assert.Throws<ArgumentException>("codes", () => { _ = host.Api.SetMarkingCodesAsync(codes, cancellationToken: Cancel); });
        Assert.Empty(host.Requests);
        Assert.Contains(
            "order 5, expiration",
            Assert.Throws<ArgumentException>("codes", () => { _ = host.Api.SetMarkingCodesAsync(wrong[2], cancellationToken: Cancel); }).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_for_logs_shows_no_code()
    {
        string text = OrderMarkingCodes.Sgtins(5, Code).ToString();
        Assert.Equal("OrderMarkingCodes { OrderId = 5, Kind = sgtin, Codes = 1 }", text);
        Assert.Equal(["24.12.2026"], OrderMarkingCodes.Expiration(5, new DateOnly(2026, 12, 24)).Codes);
    }

    private static string AllDone(HttpRequestMessage request)
    {
        JsonNode body = JsonNode.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult())!;
        var results = new JsonArray([.. body["orders"]!.AsArray().Select(order => (JsonNode)new JsonObject { ["orderId"] = order!["orderId"]!.GetValue<long>(), ["isError"] = false })]);
        return new JsonObject { ["requestId"] = "1", ["results"] = results }.ToJsonString();
    }
}
