using System.Net;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Tests.Orders;

/// <summary>Answers with status 200 that are not what they seem, through the whole pipeline.</summary>
public sealed class AnswersOfChangesTests
{
    private static readonly Dictionary<string, Func<IWildberriesClient, Task>> Silent = new()
    {
        ["cancel"] = client => client.FbsOrders.CancelOrderAsync(5, Cancel),
        ["confirm"] = client => client.DbwOrders.ConfirmOrderAsync(5, Cancel),
        ["label identifiers"] = client => client.FbsOrders.DeleteMarkingAsync(5, MarkingCodeKind.Imei, Cancel),
        ["stocks"] = client => client.Warehouses.DeleteStocksAsync(5, new SizesRequest { ChrtIds = [6] }, Cancel),
    };

    public static TheoryData<string, string, string?> Errors
    {
        get
        {
            var data = new TheoryData<string, string, string?>();
            foreach (string call in Silent.Keys)
            {
                data.Add(call, """{"code":"CancelNotAllowed","error":true}""", "CancelNotAllowed");
                data.Add(call, """{"errors":[{"detail":"no"}]}""", null);
                data.Add(call, "<html>Sign in</html>", null);
            }

            return data;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_with_status_200_fails_a_call_that_gives_nothing(string call, string body, string? detail)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, body);
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => Silent[call](wb.Client));
        Assert.Equal((Delivery.Answered, detail), (error.Delivery, error.Detail));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("OK")]
    [InlineData("""{"error":false,"errorText":"","code":0,"data":null}""")]
    public async Task Other_bodies_do_not(string body)
    {
        foreach (Func<IWildberriesClient, Task> call in Silent.Values)
        {
            using var wb = new FakeWildberries();
            wb.Answer(HttpStatusCode.OK, body);
            await call(wb.Client);
        }
    }

    [Fact]
    public async Task An_order_is_not_called_cancelled_by_an_error_with_status_200()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"code":"CancelNotAllowed","error":true}""");
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.DbwOrders.ConfirmOrdersAsync([5], checkFirst: false, cancellationToken: Cancel));
        Assert.Equal(OrderChangeOutcome.Unknown, Assert.Single(error.GetOrderChangeResult()!.Orders).Outcome);
    }

    [Fact]
    public async Task An_echo_of_the_token_does_not_get_into_what_is_told_of_an_order()
    {
        string token = TestTokens.Create();
        foreach (string echo in (string[])[token, "Bearer " + token, token[20..60], Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(token))])
        {
            using var wb = new FakeWildberries(token: token);
            wb.Answer(HttpStatusCode.OK, $$"""{"requestId":"9c7f2b62-1d2b-4d3f-8f7d-1b1f2f3a4b5c","results":[{"orderId":5,"isError":true,"errors":[{"code":409,"detail":"bad {{echo}}"}]}]}""");
            OrderChange order = Assert.Single((await wb.Client.DbsOrders.ConfirmOrdersAsync([5], checkFirst: false, cancellationToken: Cancel)).Orders);
            Assert.Equal(OrderChangeOutcome.Refused, order.Outcome);
            Assert.EndsWith("[redacted]", order.ErrorText, StringComparison.Ordinal);
            Assert.DoesNotContain(echo[^12..], order.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nor_into_what_is_told_of_a_supply()
    {
        string token = TestTokens.Create();
        using var wb = new FakeWildberries(token: token);
        wb.Answer(HttpStatusCode.OK, $$"""{"results":[{"supplyId":"WB-GI-1","success":false,"error":{"code":409,"detail":"bad token {{token}}"} }]}""");
        var method = new ShippingMethod { SupplyId = "WB-GI-1", Date = new DateOnly(2026, 12, 1), ShippingPointId = 507, Type = ShippingType.SelfShipping };
        ShippingMethodsResponse answer = await wb.Client.FbsSupplies.SetShippingMethodsAsync(new ShippingMethodsRequest { Supplies = [method] }, Cancel);
        Assert.Equal("bad token [redacted]", Assert.Single(answer.Results).Error!.Detail);
    }

    [Fact]
    public void Codes_of_goods_are_not_in_texts_for_logs()
    {
        object[] records =
        [
            new MarkingDetail { Kind = MarkingCodeKind.Imei, Value = "490154203237518" },
            new OrderImei { OrderId = 5, Imei = "490154203237518" },
            new OrderUin { OrderId = 5, Uin = "4901542032375181" },
            new OrderGtin { OrderId = 5, Gtin = "4901542032375" },
            new OrderSgtins { OrderId = 5, Sgtins = ["4901542032375181"] },
            new OrderCustomsDeclaration { OrderId = 5, CustomsDeclaration = "49015420/32375/181" },
            new SetUinRequest { Uin = "4901542032375181" },
            new SetImeiRequest { Imei = "490154203237518" },
            new SetGtinRequest { Gtin = "4901542032375" },
            new SetCustomsDeclarationRequest { CustomsDeclaration = "49015420/32375/181" },
        ];
        Assert.All(records, record => Assert.DoesNotContain("4901", record.ToString(), StringComparison.Ordinal));
    }
}
