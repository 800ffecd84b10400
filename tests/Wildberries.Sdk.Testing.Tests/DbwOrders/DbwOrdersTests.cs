using System.Text.Json;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing.Tests.DbwOrders;

public sealed class DbwOrdersTests
{
    private const string V3 = "marketplace-api/api/v3/dbw/orders";
    private const string Newer = "marketplace-api/api/marketplace/v3/dbw/orders";

    [Fact]
    public async Task An_order_is_new_until_it_is_confirmed_and_in_the_list_of_finished_ones_when_it_is_received()
    {
        await using Harness harness = await StartAsync();
        EmulatedOrders orders = harness.Emulator.Orders;
        long id = Buy(harness);
        orders.BuyerOrders(new EmulatedPurchase { NmId = 5 });
        Assert.Equal([id], Ids(await harness.AskAsync($"GET {V3}/new"), "id"));
        await harness.AskAsync($"PATCH {V3}/{id}/confirm", status: 204);
        Assert.Empty(Ids(await harness.AskAsync($"GET {V3}/new"), "id"));
        await harness.AskAsync($"POST {Newer}/status/deliver", $$"""{"ordersIds":[{{id}}]}""");
        Assert.Equal((SupplierStatus.Complete, WbStatus.Waiting), (orders.Find(id)!.SupplierStatus, orders.Find(id)!.WbStatus));
        long now = harness.Clock.GetUtcNow().ToUnixTimeSeconds();
        string list = $"GET {V3}?limit=10&next=0&dateFrom={now - 5}&dateTo={now + 5}";
        Assert.Empty(Ids(await harness.AskAsync(list), "id"));
        orders.BuyerReceives(id);
        Assert.Equal([id], Ids(await harness.AskAsync(list), "id"));
    }

    [Fact]
    public async Task Finished_orders_come_by_page_and_period()
    {
        await using Harness harness = await StartAsync();
        List<long> ids = [];
        for (int i = 0; i < 3; i++)
        {
            ids.Add(Buy(harness));
            harness.Emulator.Orders.BuyerCancels(ids[^1]);
        }

        harness.Clock.Advance(TimeSpan.FromDays(40));
        harness.Emulator.Orders.BuyerCancels(Buy(harness));
        long start = harness.Clock.GetUtcNow().AddDays(-40).ToUnixTimeSeconds();
        string period = $"dateFrom={start}&dateTo={start + 2_592_000}";
        string first = await harness.AskAsync($"GET {V3}?limit=2&next=0&{period}");
        Assert.Equal(ids[..2], Ids(first, "id"));
        string second = await harness.AskAsync($"GET {V3}?limit=2&next={ids[1]}&{period}");
        Assert.Equal(ids[2..], Ids(second, "id"));
        Assert.Equal("""{"next":0,"orders":[]}""", await harness.AskAsync($"GET {V3}?limit=2&next={ids[2]}&{period}"));
    }

    [Theory]
    [InlineData("?limit=0&next=0&dateFrom=1&dateTo=2")]
    [InlineData("?limit=1001&next=0&dateFrom=1&dateTo=2")]
    [InlineData("?limit=1&dateFrom=1&dateTo=2")]
    [InlineData("?limit=1&next=0&dateTo=2")]
    [InlineData("?limit=1&next=0&dateFrom=3&dateTo=2")]
    [InlineData("?limit=1&next=0&dateFrom=1&dateTo=2592002")]
    public async Task A_page_that_makes_no_sense_is_400(string query)
    {
        await using Harness harness = await StartAsync();
        Assert.Contains("IncorrectParameter", await harness.AskAsync($"GET {V3}{query}", status: 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_order_does_not_allow_is_409_and_what_is_not_there_404()
    {
        await using Harness harness = await StartAsync();
        long id = Buy(harness), fbs = harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 5 }).Id;
        await harness.AskAsync($"PATCH {V3}/{id}/confirm", status: 204);
        Assert.Contains("StatusMismatch", await harness.AskAsync($"PATCH {V3}/{id}/confirm", status: 409), StringComparison.Ordinal);
        Assert.Contains("NotFound", await harness.AskAsync($"PATCH {V3}/{fbs}/confirm", status: 404), StringComparison.Ordinal);
        Assert.Contains("IncorrectParameter", await harness.AskAsync($"PATCH {V3}/x/cancel", status: 400), StringComparison.Ordinal);
        await harness.AskAsync($"PATCH {V3}/{id}/cancel", status: 204);
        await harness.AskAsync($"PATCH {V3}/{id}/cancel", status: 409);
        long declined = Buy(harness);
        harness.Emulator.Orders.BuyerCancels(declined);
        await harness.AskAsync($"PATCH {V3}/{declined}/confirm", status: 409);
        Assert.Contains("declined_by_client", await harness.AskAsync($"POST {V3}/status", $$"""{"orders":[{{declined}},{{fbs}}]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handing_over_answers_about_each_order()
    {
        await using Harness harness = await StartAsync();
        long good = Buy(harness), fresh = Buy(harness), marked = Buy(harness, MarkingCodeKind.Sgtin), phone = Buy(harness, MarkingCodeKind.Imei);
        foreach (long id in new[] { good, marked, phone })
            await harness.AskAsync($"PATCH {V3}/{id}/confirm", status: 204);
        string answer = await harness.AskAsync($"POST {Newer}/status/deliver", $$"""{"ordersIds":[{{good}},{{fresh}},{{marked}},{{phone}},1]}""");
        Assert.Equal(["", "409 StatusMismatch", "409 MetaValidationFail", "409 ImeiIsNotFilled", "404 NotFound"], Errors(answer));
        Assert.Contains("""[{"key":"sgtin","value":null,"decision":"required"}]""", answer, StringComparison.Ordinal);
        await harness.AskAsync($"POST {Newer}/status/deliver", "{}", 400);
    }

    [Fact]
    public async Task Label_identifiers_are_set_where_they_can_be()
    {
        await using Harness harness = await StartAsync();
        long id = Buy(harness, MarkingCodeKind.Sgtin, MarkingCodeKind.Uin);
        const string Uin = """{"uin":"1234567890123456"}""";
        Assert.Contains("FailedToUpdateMeta", await harness.AskAsync($"PUT {V3}/{id}/meta/uin", Uin, 409), StringComparison.Ordinal);
        await harness.AskAsync($"PATCH {V3}/{id}/confirm", status: 204);
        await harness.AskAsync($"PUT {V3}/{id}/meta/uin", Uin, 204);
        await harness.AskAsync($"PUT {V3}/{id}/meta/uin", """{"uin":"1"}""", 400);
        await harness.AskAsync($"PUT {V3}/{id}/meta/uin", "{}", 400);
        await harness.AskAsync($"PUT {V3}/1/meta/uin", Uin, 404);
        await harness.AskAsync($"PUT {V3}/{id}/meta/imei", """{"imei":"123456789012345"}""", 409);
        string sgtins = $$"""{"orders":[{"orderId":{{id}},"sgtins":["0104600000000017215abc\u001d93Zx9Q"]},{"orderId":1,"sgtins":["0104600000000017215abc\u001d93Zx9Q"]}]}""";
        Assert.Equal(["", "404 NotFound"], Errors(await harness.AskAsync($"POST {Newer}/meta/sgtin", sgtins)));
        await harness.AskAsync($"POST {Newer}/meta/sgtin", $$"""{"orders":[{"orderId":{{id}},"sgtins":["short"]}]}""", 400);
        Assert.Contains("\"decision\":\"pending\"", await harness.AskAsync($"POST {Newer}/meta/details", $$"""{"ordersIds":[{{id}}]}"""), StringComparison.Ordinal);
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        string details = await harness.AskAsync($"POST {Newer}/meta/details", $$"""{"ordersIds":[{{id}},1]}""");
        Assert.Contains("sgtinIntroduced", details, StringComparison.Ordinal);
        Assert.Contains("""{"orderId":1,"isError":true,"errors":[{"code":404,"detail":"NotFound"}],"metaDetails":[]}""", details, StringComparison.Ordinal);
        Assert.Equal(["", "404 NotFound"], Errors(await harness.AskAsync($"POST {Newer}/meta/delete", $$"""{"key":"sgtin","ordersIds":[{{id}},1]}""")));
        await harness.AskAsync($"POST {Newer}/meta/delete", $$"""{"key":"expiration","ordersIds":[{{id}}]}""", 400);
        Assert.Equal([MarkingCodeKind.Uin], harness.Emulator.Orders.Find(id)!.MarkingCodes.Keys);
    }

    [Fact]
    public async Task Stickers_are_of_orders_that_are_confirmed_or_handed_over()
    {
        await using Harness harness = await StartAsync();
        long id = Buy(harness), fresh = Buy(harness);
        await harness.AskAsync($"PATCH {V3}/{id}/confirm", status: 204);
        string body = $$"""{"orders":[{{id}},{{fresh}},1]}""";
        foreach (string type in new[] { "svg", "png", "zplv", "zplh" })
            Assert.Equal([id], Ids(await harness.AskAsync($"POST {V3}/stickers?type={type}&width=58&height=40", body), "orderId", "stickers"));
        await harness.AskAsync($"POST {V3}/stickers?type=pdf&width=58&height=40", body, 400);
        await harness.AskAsync($"POST {V3}/stickers?type=png&width=58&height=30", body, 400);
        await harness.AskAsync($"POST {V3}/stickers?type=png&width=58&height=40", $$"""{"orders":[{{string.Join(',', Enumerable.Range(1, 101))}}]}""", 400);
    }

    [Fact]
    public async Task Buyers_couriers_and_delivery_dates_are_told()
    {
        await using Harness harness = await StartAsync();
        long id = Buy(harness), other = Buy(harness);
        string body = $$"""{"orders":[{{id}},{{other}}]}""";
        Assert.Contains("\"fullName\":\"Иван Васильевич Андреев\"", await harness.AskAsync($"POST {Newer}/client", body), StringComparison.Ordinal);
        Assert.Contains("\"dDate\":\"2026-09-03\"", await harness.AskAsync($"POST {V3}/delivery-date", body), StringComparison.Ordinal);
        Assert.Equal("""{"orders":[]}""", await harness.AskAsync($"POST {V3}/courier", body));
        await harness.AskAsync($"PATCH {V3}/{id}/confirm", status: 204);
        Assert.Equal(
            $$$"""{"orders":[{"orderID":{{{id}}},"courierInfo":{"contacts":null,"mustBeAssigned":false,"updatedAt":null}}]}""", await harness.AskAsync($"POST {V3}/courier", body));
        harness.Emulator.Orders.AssignCourier(id, new EmulatedCourier { ArrivesFrom = harness.Clock.GetUtcNow() });
        Assert.Contains("\"pTimeFrom\":\"2026-09-01T09:00:00Z\",\"pTimeTo\":null", await harness.AskAsync($"POST {V3}/courier", body), StringComparison.Ordinal);
        long fbs = harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 5 }).Id;
        Assert.Throws<ArgumentException>(() => harness.Emulator.Orders.AssignCourier(fbs, new EmulatedCourier()));
        Assert.DoesNotContain("Петров", new EmulatedCourier().ToString(), StringComparison.Ordinal);
        string many = $$"""{"orders":[{{string.Join(',', Enumerable.Range(1, 1001))}}]}""";
        Assert.Contains("UploadDataLimit", await harness.AskAsync($"POST {Newer}/client", many, 400), StringComparison.Ordinal);
        await harness.AskAsync($"POST {V3}/status", many, 400);
    }

    private static Task<Harness> StartAsync() => Harness.StartAsync(options => options.RateLimits = false);

    private static long Buy(Harness harness, params MarkingCodeKind[] required) =>
        harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 168902447, Kind = EmulatedOrderKind.Dbw, RequiredMarking = required }).Id;

    private static List<long> Ids(string json, string name, string list = "orders")
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(row => row.GetProperty(name).GetInt64())];
    }

    private static List<string> Errors(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.GetProperty("results").EnumerateArray().Select(row =>
                row.TryGetProperty("errors", out JsonElement errors) ? $"{errors[0].GetProperty("code")} {errors[0].GetProperty("detail")}" : ""),
        ];
    }
}
