using System.Text.Json;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing.Tests.DbsOrders;

public sealed class DbsOrdersTests
{
    private const string Root = "POST marketplace-api/api/marketplace/v3/dbs/orders/";
    private const string OldRoot = "marketplace-api/api/v3/dbs/";

    private static readonly EmulatedPurchase Lamp = new()
    {
        NmId = 1,
        Kind = EmulatedOrderKind.Dbs,
        RequiredMarking = [MarkingCodeKind.Imei],
        OptionalMarking = [MarkingCodeKind.CustomsDeclaration],
    };

    [Fact]
    public async Task An_order_goes_the_way_that_WB_describes_and_no_other()
    {
        await using Harness harness = await StartAsync();
        EmulatedOrder order = harness.Emulator.Orders.BuyerOrders(Lamp with { RequiredMarking = [] });
        string ids = $$"""{"ordersIds":[{{order.Id}}]}""", code = $$"""{"orders":[{"orderId":{{order.Id}},"code":"{{order.ReceiptCode}}"}]}""";
        await Refused("status/deliver", ids, 409, "StatusMismatch");
        await Refused("status/receive", code, 409, "StatusMismatch");
        await Done("status/confirm", ids);
        await Refused("status/confirm", ids, 409, "StatusMismatch");
        await Done("status/deliver", ids);
        await Refused("status/cancel", ids, 409, "StatusMismatch");
        await Refused("status/receive", code.Replace(order.ReceiptCode, "0", StringComparison.Ordinal), 409, "InvalidPasscode");
        await Done("status/receive", code);
        await Refused("status/reject", code, 409, "StatusMismatch");
        await Refused("status/confirm", """{"ordersIds":[999]}""", 404, "NotFound");

        async Task Done(string path, string body) => Assert.False((await ResultAsync(harness, path, body)).GetProperty("isError").GetBoolean());

        async Task Refused(string path, string body, int status, string word)
        {
            JsonElement error = (await ResultAsync(harness, path, body)).GetProperty("errors")[0];
            Assert.Equal((status, word), (error.GetProperty("code").GetInt32(), error.GetProperty("detail").GetString()));
        }
    }

    [Fact]
    public async Task A_delivery_needs_label_identifiers_that_have_passed()
    {
        await using Harness harness = await StartAsync();
        EmulatedOrder order = harness.Emulator.Orders.BuyerOrders(Lamp);
        string ids = $$"""{"ordersIds":[{{order.Id}}]}""", imei = $$"""{"orders":[{"orderId":{{order.Id}},"imei":"490154203237518"}]}""";
        await SetAsync("StatusMismatch");
        await ResultAsync(harness, "status/confirm", ids);
        Assert.Equal("required", await InTheWayAsync());
        await SetAsync(null);
        Assert.Equal("pending", await InTheWayAsync());
        Assert.Contains("""{"key":"imei","value":"490154203237518","decision":"pending"}""", await harness.AskAsync(Root + "meta/details", ids), StringComparison.Ordinal);
        harness.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("\"decision\":\"imeiMaySell\"", await harness.AskAsync(Root + "meta/details", ids), StringComparison.Ordinal);
        Assert.False((await ResultAsync(harness, "status/deliver", ids)).GetProperty("isError").GetBoolean());
        Assert.True((await ResultAsync(harness, "meta/delete", $$"""{"key":"imei","orderIds":[{{order.Id}}]}""")).GetProperty("isError").GetBoolean());

        async Task SetAsync(string? word)
        {
            JsonElement result = await ResultAsync(harness, "meta/imei", imei);
            Assert.Equal(word, result.GetProperty("isError").GetBoolean() ? result.GetProperty("errors")[0].GetProperty("detail").GetString() : null);
        }

        async Task<string?> InTheWayAsync()
        {
            JsonElement error = (await ResultAsync(harness, "status/deliver", ids)).GetProperty("errors")[0];
            Assert.Equal("MetaValidationFail", error.GetProperty("detail").GetString());
            return error.GetProperty("metaDetails")[0].GetProperty("decision").GetString();
        }
    }

    [Theory]
    [InlineData(true, "156", "confirm", null)]
    [InlineData(true, "156", "deliver", null)]
    [InlineData(true, "156", "new", "StatusMismatch")]
    [InlineData(true, "CHN", "confirm", "InvalidOriginCountryCode")]
    [InlineData(false, "156", "confirm", "OrderNotB2B")]
    public async Task A_customs_declaration_has_rules_of_its_own(bool isB2B, string country, string status, string? word)
    {
        await using Harness harness = await StartAsync();
        EmulatedOrder order = harness.Emulator.Orders.BuyerOrders(Lamp with { RequiredMarking = [], IsB2B = isB2B });
        string ids = $$"""{"ordersIds":[{{order.Id}}]}""";
        if (status != "new")
            await ResultAsync(harness, "status/confirm", ids);
        if (status == "deliver")
            await ResultAsync(harness, "status/deliver", ids);
        JsonElement result = await ResultAsync(
            harness, "meta/customs-declaration", $$"""{"orders":[{"orderId":{{order.Id}},"customsDeclaration":"10704010/010624/0000302","originCountryCode":"{{country}}"}]}""");
        Assert.Equal(word, result.GetProperty("isError").GetBoolean() ? result.GetProperty("errors")[0].GetProperty("detail").GetString() : null);
        Assert.Equal(word is null, harness.Emulator.Orders.Find(order.Id)!.MarkingCodes.ContainsKey(MarkingCodeKind.OriginCountryCode));
    }

    [Theory]
    [InlineData("status/confirm", "{}")]
    [InlineData("status/confirm", """{"ordersIds":[]}""")]
    [InlineData("status/confirm", """{"orderIds":[1]}""")]
    [InlineData("status/confirm", """{"ordersIds":["a"]}""")]
    [InlineData("status/receive", """{"orders":[{"orderId":1}]}""")]
    [InlineData("status/receive", """{"orders":[{"code":"1"}]}""")]
    [InlineData("status/info", """{"orders":[1]}""")]
    [InlineData("final-price", """{"ordersIds":[1]}""")]
    [InlineData("b2b/info", "[]")]
    [InlineData("meta/details", "{}")]
    [InlineData("meta/delete", """{"key":"imei","ordersIds":[1]}""")]
    [InlineData("meta/delete", """{"key":"expiration","orderIds":[1]}""")]
    [InlineData("meta/imei", """{"orders":[{"orderId":1,"imei":"49015420323751"}]}""")]
    [InlineData("meta/uin", """{"orders":[{"orderId":1,"uin":"12345689090912321"}]}""")]
    [InlineData("meta/gtin", """{"orders":[{"orderId":1}]}""")]
    [InlineData("meta/sgtin", """{"orders":[{"orderId":1,"sgtins":[]}]}""")]
    [InlineData("meta/sgtin", """{"orders":[{"orderId":1,"sgtins":["short"]}]}""")]
    [InlineData("meta/customs-declaration", """{"orders":[{"orderId":1,"customsDeclaration":"10704","originCountryCode":"643"}]}""")]
    public async Task A_request_that_makes_no_sense_is_400(string path, string body)
    {
        await using Harness harness = await StartAsync();
        Assert.Contains("\"title\":\"IncorrectRequest\"", await harness.AskAsync(Root + path, body, 400), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit=0&next=0&dateFrom=1&dateTo=2")]
    [InlineData("limit=1001&next=0&dateFrom=1&dateTo=2")]
    [InlineData("limit=10&dateFrom=1&dateTo=2")]
    [InlineData("limit=10&next=0&dateTo=2")]
    [InlineData("limit=10&next=0&dateFrom=2&dateTo=1")]
    [InlineData("limit=10&next=0&dateFrom=1&dateTo=5000000")]
    public async Task A_page_that_makes_no_sense_is_400(string query)
    {
        await using Harness harness = await StartAsync();
        await harness.AskAsync($"GET {OldRoot}orders?{query}", status: 400);
    }

    [Fact]
    public async Task A_final_price_is_empty_until_WB_has_made_it()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Orders.FinalPriceTime = TimeSpan.FromMinutes(3);
        EmulatedOrder order = harness.Emulator.Orders.BuyerOrders(Lamp);
        string body = $$"""{"orders":[{{order.Id}}]}""";
        Assert.Equal("{}", (await ResultAsync(harness, "final-price", body)).GetProperty("data").GetRawText());
        harness.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("{}", (await ResultAsync(harness, "final-price", body)).GetProperty("data").GetRawText());
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(100_000, (await ResultAsync(harness, "final-price", body)).GetProperty("data").GetProperty("originalFinalPrice").GetInt32());
    }

    [Fact]
    public async Task The_time_before_a_change_is_told_for_a_day()
    {
        await using Harness harness = await StartAsync();
        EmulatedOrder order = harness.Emulator.Orders.BuyerOrders(Lamp);
        string body = $$"""{"orders":[{{order.Id}}]}""";
        harness.Emulator.Orders.BuyerChoosesDelivery(order.Id, new DateOnly(2026, 9, 5), "12:00", "14:00");
        Assert.Contains(
            "\"dDate\":\"2026-09-05\",\"dTimeFrom\":\"12:00\",\"dTimeTo\":\"14:00\",\"dDateOld\":\"2026-09-03\",\"dTimeFromOld\":\"10:00\"",
            await harness.AskAsync($"POST {OldRoot}orders/delivery-date", body),
            StringComparison.Ordinal);
        harness.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("\"dDateOld\":null", await harness.AskAsync($"POST {OldRoot}orders/delivery-date", body), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => harness.Emulator.Orders.BuyerChoosesDelivery(999, new DateOnly(2026, 9, 5), "12:00", "14:00"));
    }

    [Fact]
    public async Task Orders_of_one_cart_from_one_warehouse_are_one_group()
    {
        await using Harness harness = await StartAsync();
        EmulatedOrders orders = harness.Emulator.Orders;
        orders.BuyerOrders(Lamp with { CartId = "a" }, 2);
        orders.BuyerOrders(Lamp with { CartId = "a", WarehouseId = 2 });
        orders.BuyerOrders(Lamp);
        using var list = JsonDocument.Parse(await harness.AskAsync($"GET {OldRoot}orders/new"));
        string?[] groups = [.. list.RootElement.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("groupId").GetString())];
        Assert.Equal(3, groups.Distinct().Count());
        Assert.Equal(groups[0], groups[1]);
        Assert.Equal("[]", await harness.AskAsync($"POST {OldRoot}groups/info", $$"""{"groups":["{{groups[0]}}"]}"""));
        orders.DeliveryCostInHundredths = 29_900;
        Assert.Contains($"\"groupID\":\"{groups[0]}\",\"deliveryCost\":29900", await harness.AskAsync($"POST {OldRoot}groups/info", $$"""{"groups":["{{groups[0]}}","x"]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pickup_and_FBS_orders_are_none_of_these()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Orders.BuyerOrders(Lamp with { Kind = EmulatedOrderKind.Pickup });
        harness.Emulator.Orders.BuyerOrders(Lamp with { Kind = EmulatedOrderKind.Fbs });
        Assert.Equal("""{"orders":[]}""", await harness.AskAsync($"GET {OldRoot}orders/new"));
    }

    private static Task<Harness> StartAsync() => Harness.StartAsync(options => options.RateLimits = false);

    private static async Task<JsonElement> ResultAsync(Harness harness, string path, string body)
    {
        using var answer = JsonDocument.Parse(await harness.AskAsync(Root + path, body));
        return answer.RootElement.GetProperty("results")[0].Clone();
    }
}
