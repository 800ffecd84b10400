using System.Net;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.FbsOrders;

public sealed class FbsOrdersRequestTests
{
    private static readonly FbsOrderIdsRequest Two = new() { OrderIds = [5_632_423, 9_000_000_000, 5_632_423] };

    private static readonly Dictionary<string, Func<IFbsOrdersApi, Task>> Calls = new()
    {
        ["GET /ping"] = api => api.PingAsync(),
        ["GET /api/v3/orders/new"] = api => api.GetNewOrdersAsync(),
        ["GET /api/v3/orders?limit=1000&next=0"] = api => api.GetOrdersAsync(1000, 0),
        ["GET /api/v3/orders?limit=1&next=13833711&dateFrom=1790000000&dateTo=1790000001"] = api => api.GetOrdersAsync(1, 13_833_711, 1_790_000_000, 1_790_000_001),
        ["GET /api/marketplace/v3/fbs/orders/archive?year=2025&month=12&next=7&limit=100"] = api => api.GetArchivedOrdersAsync(2025, 12, 7, 100),
        ["""POST /api/v3/orders/status {"orders":[5632423,9000000000]}"""] = api => api.GetOrderStatusesAsync(Two),
        ["""POST /api/v3/orders/status/history {"orders":[5632423,9000000000]}"""] = api => api.GetTrackingsAsync(Two),
        ["""POST /api/v3/orders/client {"orders":[5632423,9000000000]}"""] = api => api.GetBuyersAsync(Two),
        ["""POST /api/v3/orders/stickers?type=zplv&width=58&height=40 {"orders":[5632423,9000000000]}"""] = api =>
            api.GetStickersAsync(StickerFormat.ZplVertical, 58, 40, Two),
        ["""POST /api/v3/orders/stickers/cross-border {"orders":[5632423,9000000000]}"""] = api => api.GetCrossBorderStickersAsync(Two),
        ["PATCH /api/v3/orders/9000000000/cancel "] = api => api.CancelOrderAsync(9_000_000_000),
        ["GET /api/v3/supplies/orders/reshipment"] = api => api.GetReshipmentOrdersAsync(),
        ["""POST /api/marketplace/v3/orders/meta {"orders":[5632423,9000000000]}"""] = api => api.GetMarkingsAsync(Two),
        ["DELETE /api/v3/orders/5/meta?key=customsDeclaration"] = api => api.DeleteMarkingAsync(5, MarkingCodeKind.CustomsDeclaration),
        ["""PUT /api/v3/orders/5/meta/sgtin {"sgtins":["0104630568317423215EirD\u001D91EE12"]}"""] = api =>
            api.SetSgtinsAsync(5, new SetSgtinsRequest { Sgtins = ["0104630568317423215EirD\u001D91EE12"] }),
        ["""PUT /api/v3/orders/5/meta/uin {"uin":"1234567890123456"}"""] = api => api.SetUinAsync(5, new SetUinRequest { Uin = "1234567890123456" }),
        ["""PUT /api/v3/orders/5/meta/imei {"imei":"123456789012345"}"""] = api => api.SetImeiAsync(5, new SetImeiRequest { Imei = "123456789012345" }),
        ["""PUT /api/v3/orders/5/meta/gtin {"gtin":"1234567890123"}"""] = api => api.SetGtinAsync(5, new SetGtinRequest { Gtin = "1234567890123" }),
        ["""PUT /api/v3/orders/5/meta/expiration {"expiration":"12.09.2030"}"""] = api =>
            api.SetExpirationAsync(5, new SetExpirationRequest { Expiration = new DateOnly(2030, 9, 12) }),
        ["""PUT /api/marketplace/v3/orders/5/meta/customs-declaration {"customsDeclaration":"10704010/010624/0000302"}"""] = api =>
            api.SetCustomsDeclarationAsync(5, new SetCustomsDeclarationRequest { CustomsDeclaration = "10704010/010624/0000302" }),
        ["GET /api/marketplace/v3/fbs/settings/autoreturns"] = api => api.GetAutoReturnSettingsAsync(),
        ["""PATCH /api/marketplace/v3/fbs/settings/autoreturns {"type":"manual"}"""] = api =>
            api.SetAutoReturnSettingsAsync(new AutoReturnSettings { Mode = AutoReturnMode.Manual }),
        ["""POST /api/marketplace/v3/fbs/settings/autoreturns/items {"chrtIds":[7,8]}"""] = api =>
            api.GetAutoReturnItemsAsync(new AutoReturnItemsRequest { ChrtIds = [7, 8, 7] }),
        ["""PATCH /api/marketplace/v3/fbs/settings/autoreturns/items {"chrtIds":[7],"type":"byPickupPoint"}"""] = api =>
            api.ChangeAutoReturnItemsAsync(new ChangeAutoReturnsRequest { ChrtIds = [7], Destination = AutoReturnDestination.PickupPoint }),
        ["GET /api/marketplace/v3/fbs/settings/autoreturns/subcategories/restricted?next=0&limit=1000"] = api => api.GetRestrictedSubjectsAsync(0, 1000),
    };

    private static readonly Dictionary<string, Func<IFbsOrdersApi, Task>> Refused = new()
    {
        ["limit: 0 orders"] = api => api.GetOrdersAsync(0, 0),
        ["limit: 1,001 orders"] = api => api.GetOrdersAsync(1_001, 0),
        ["month: 0"] = api => api.GetArchivedOrdersAsync(2025, 0, 0, 100),
        ["month: 13"] = api => api.GetArchivedOrdersAsync(2025, 13, 0, 100),
        ["limit: 99 of the archive"] = api => api.GetArchivedOrdersAsync(2025, 1, 0, 99),
        ["limit: 1,001 of the archive"] = api => api.GetArchivedOrdersAsync(2025, 1, 0, 1_001),
        ["limit: 99 subjects"] = api => api.GetRestrictedSubjectsAsync(0, 99),
        ["request: no statuses"] = api => api.GetOrderStatusesAsync(new FbsOrderIdsRequest()),
        ["request: 1,001 statuses"] = api => api.GetOrderStatusesAsync(Many(1_001)),
        ["request: 101 trackings"] = api => api.GetTrackingsAsync(Many(101)),
        ["request: 101 stickers"] = api => api.GetStickersAsync(StickerFormat.Svg, 58, 40, Many(101)),
        ["request: 101 cross-border stickers"] = api => api.GetCrossBorderStickersAsync(Many(101)),
        ["request: 101 markings"] = api => api.GetMarkingsAsync(Many(101)),
        ["request: nobody's buyer"] = api => api.GetBuyersAsync(new FbsOrderIdsRequest()),
        ["type: a PDF"] = api => api.GetStickersAsync(StickerFormat.Pdf, 58, 40, Two),
        ["width: another one"] = api => api.GetStickersAsync(StickerFormat.Png, 57, 40, Two),
        ["height: another one"] = api => api.GetStickersAsync(StickerFormat.Png, 58, 41, Two),
        ["key: a day of expiration"] = api => api.DeleteMarkingAsync(5, MarkingCodeKind.Expiration),
        ["orderId: none to cancel"] = api => api.CancelOrderAsync(0),
        ["orderId: none to delete from"] = api => api.DeleteMarkingAsync(-1, MarkingCodeKind.Imei),
        ["next: before the first order"] = api => api.GetOrdersAsync(1, -1),
        ["next: before the first of the archive"] = api => api.GetArchivedOrdersAsync(2025, 1, -1, 100),
        ["next: before the first subject"] = api => api.GetRestrictedSubjectsAsync(-1, 100),
        ["dateTo: before dateFrom"] = api => api.GetOrdersAsync(1, 0, 1_790_000_000, 1_789_999_999),
        ["dateTo: more than 30 days later"] = api => api.GetOrdersAsync(1, 0, 1_790_000_000, 1_790_000_000 + (30 * 24 * 60 * 60) + 1),
        ["year: none of the archive"] = api => api.GetArchivedOrdersAsync(25, 1, 0, 100),
        ["request: a setting that is none"] = api => api.SetAutoReturnSettingsAsync(new AutoReturnSettings()),
        ["request: a setting that WB does not have"] = api => api.SetAutoReturnSettingsAsync(new AutoReturnSettings { Mode = AutoReturnMode.From("courier") }),
        ["request: a day of expiry that is too near"] = api => api.SetExpirationAsync(5, new SetExpirationRequest { Expiration = new DateOnly(2020, 1, 1) }),
        ["request: nothing"] = api => api.SetUinAsync(5, null!),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Expected => [.. Calls.Keys];

    public static TheoryData<string> RefusedCalls => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, EmptyLists.Json);
        await Calls[expected](host.Api);
        Assert.Equal([expected.TrimEnd()], host.Requests.Select(request => request.TrimEnd()));
    }

    [Fact]
    public void Every_operation_is_called_here() =>
        Assert.Equal(WildberriesOperations.Of<IFbsOrdersApi>().Count, Calls.Keys.Select(call => call.Split(' ', '?')[..2]).Select(call => string.Join(' ', call)).Distinct().Count());

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task What_WB_would_refuse_costs_no_request(string what)
    {
        using var wb = new FakeWildberries();
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Refused[what](wb.Client.FbsOrders));
        Assert.Equal(what.Split(':')[0], error.ParamName);
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task As_many_as_WB_takes_are_sent()
    {
        using var wb = new FakeWildberries();
        for (int i = 0; i < 3; i++)
            wb.Answer(HttpStatusCode.OK, EmptyLists.Json);
        await wb.Client.FbsOrders.GetOrderStatusesAsync(Many(1_000), Cancel);
        await wb.Client.FbsOrders.GetStickersAsync(StickerFormat.Png, 40, 30, Many(100), Cancel);
        await wb.Client.FbsOrders.GetBuyersAsync(Many(5_000), Cancel);
        Assert.Equal(3, wb.Arrivals.Count);
    }

    [Fact]
    public void Requests_that_make_no_sense_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>("OrderIds", () => new FbsOrderIdsRequest { OrderIds = [1, 0] });
        Assert.Throws<ArgumentNullException>("OrderIds", () => new FbsOrderIdsRequest { OrderIds = null! });
        Assert.Throws<ArgumentException>("Uin", () => new SetUinRequest { Uin = "123456789012345" });
        Assert.Throws<ArgumentException>("Uin", () => new SetUinRequest { Uin = "12345678901234567" });
        Assert.Throws<ArgumentException>("Imei", () => new SetImeiRequest { Imei = "1234567890123456" });
        Assert.Throws<ArgumentException>("Gtin", () => new SetGtinRequest { Gtin = "" });
        Assert.Throws<ArgumentNullException>("Gtin", () => new SetGtinRequest { Gtin = null! });
        Assert.Throws<ArgumentException>("CustomsDeclaration", () => new SetCustomsDeclarationRequest { CustomsDeclaration = new string('1', 16) });
        Assert.Throws<ArgumentException>("CustomsDeclaration", () => new SetCustomsDeclarationRequest { CustomsDeclaration = new string('1', 30) });
        Assert.Throws<ArgumentException>("Sgtins", () => new SetSgtinsRequest { Sgtins = [] });
        Assert.Throws<ArgumentException>("Sgtins", () => new SetSgtinsRequest { Sgtins = [.. Enumerable.Repeat(new string('1', 16), 101)] });
        Assert.Throws<ArgumentException>("ChrtIds", () => new AutoReturnItemsRequest { ChrtIds = [] });
        Assert.Throws<ArgumentException>("ChrtIds", () => new AutoReturnItemsRequest { ChrtIds = [.. Enumerable.Range(1, 1_001).Select(id => (long)id)] });
        foreach (AutoReturnDestination destination in new[] { AutoReturnDestination.Auto, AutoReturnDestination.Courier, default })
            Assert.Throws<ArgumentException>("Destination", () => new ChangeAutoReturnsRequest { ChrtIds = [1], Destination = destination });
    }

    [Theory]
    [InlineData(15)]
    [InlineData(136)]
    public void A_code_of_a_wrong_length_is_named_by_its_place_only(int length)
    {
        string good = new('1', 16), bad = new('2', length);
        ArgumentException error = Assert.Throws<ArgumentException>("Sgtins[1]", () => new SetSgtinsRequest { Sgtins = [good, bad] });
        Assert.DoesNotContain(bad, error.Message, StringComparison.Ordinal);
        Assert.Contains("16 to 135", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_counts_as_ten_requests_and_a_ping_as_one()
    {
        Assert.All(
            WildberriesOperations.Of<IFbsOrdersApi>(),
            operation => Assert.Equal(operation.MethodName == nameof(IFbsOrdersApi.PingAsync) ? 1 : 10, operation.ClientErrorCost));
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.Conflict, """{"code":"StatusMismatch","message":"Несоответствие статусов, проверьте их правильность"}""");
        WildberriesConflictException error =
            await Assert.ThrowsAsync<WildberriesConflictException>(() => wb.Elapse(Cancelled()));
        Assert.Equal(("StatusMismatch", Delivery.Refused), (error.Code, error.Delivery));

        async Task<bool> Cancelled()
        {
            await wb.Client.FbsOrders.CancelOrderAsync(5, Cancel);
            return true;
        }
    }

    [Fact]
    public async Task Auto_returns_are_for_personal_tokens()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(TokenType.Base));
        wb.Answer(HttpStatusCode.OK, EmptyLists.Json);
        await Assert.ThrowsAsync<WildberriesAccessException>(() => wb.Client.FbsOrders.GetAutoReturnSettingsAsync(Cancel));
        await Assert.ThrowsAsync<WildberriesAccessException>(
            () => wb.Client.FbsOrders.SetAutoReturnSettingsAsync(new AutoReturnSettings { Mode = AutoReturnMode.Manual }, Cancel));
        Assert.Empty(wb.Arrivals);
        await wb.Client.FbsOrders.GetNewOrdersAsync(Cancel);
        Assert.Single(wb.Arrivals);
    }

    private static FbsOrderIdsRequest Many(int count) => new() { OrderIds = [.. Enumerable.Range(1, count).Select(id => (long)id)] };
}
