using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.PickupOrders;

public sealed class PickupOrdersTests
{
    private const string Root = "POST marketplace-api/api/marketplace/v3/click-collect/orders/";
    private const string Old = "marketplace-api/api/v3/click-collect/orders";

    private static readonly EmulatedPurchase Mug = new() { NmId = 1, Kind = EmulatedOrderKind.Pickup, CartId = "a" };

    [Fact]
    public async Task An_order_goes_the_way_that_WB_describes_and_no_other()
    {
        await using Harness harness = await StartAsync();
        EmulatedOrder[] orders = [.. harness.Emulator.Orders.BuyerOrders(Mug, 2)];
        string ids = $$"""{"ordersIds":[{{orders[0].Id}}]}""", other = $$"""{"ordersIds":[{{orders[1].Id}}]}""";
        Assert.Equal("StatusMismatch", await WordAsync(harness, "status/prepare", ids));
        Assert.Null(await WordAsync(harness, "status/confirm", ids));
        Assert.Equal("StatusMismatch", await WordAsync(harness, "status/receive", ids));
        Assert.Null(await WordAsync(harness, "status/prepare", ids));
        Assert.Null(await WordAsync(harness, "status/cancel", ids));
        Assert.Null(await WordAsync(harness, "status/confirm", other));
        Assert.Null(await WordAsync(harness, "status/prepare", other));
        Assert.Null(await WordAsync(harness, "status/reject", other));
        Assert.Equal("StatusMismatch", await WordAsync(harness, "status/receive", other));
        Assert.Equal("NotFound", await WordAsync(harness, "status/receive", """{"ordersIds":[999]}"""));
        using var list = JsonDocument.Parse(await harness.AskAsync($"GET {Old}?limit=10&next=0&dateFrom=1788000000&dateTo=1789000000"));
        Assert.Equal(2, list.RootElement.GetProperty("orders").GetArrayLength());
    }

    [Fact]
    public async Task A_purchase_has_one_number_and_the_code_of_any_of_its_orders_that_is_ready()
    {
        await using Harness harness = await StartAsync();
        EmulatedOrder[] orders = [.. harness.Emulator.Orders.BuyerOrders(Mug, 2)];
        using var list = JsonDocument.Parse(await harness.AskAsync($"GET {Old}/new"));
        string number = list.RootElement.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("orderCode").GetString()!).Distinct().Single();
        string right = $$"""{"orderCode":"{{number}}","passcode":"{{orders[0].ReceiptCode}}"}""";
        Assert.Equal("""{"code":"NotFound"}""", await harness.AskAsync($"POST {Old}/client/identity", right, 404));
        string ids = $$"""{"ordersIds":[{{orders[0].Id}}]}""";
        await WordAsync(harness, "status/confirm", ids);
        await WordAsync(harness, "status/prepare", ids);
        Assert.Equal("""{"ok":true}""", await harness.AskAsync($"POST {Old}/client/identity", right));
        Assert.Equal("""{"code":"InvalidPasscode"}""", await harness.AskAsync($"POST {Old}/client/identity", $$"""{"orderCode":"{{number}}","passcode":"0"}""", 409));
        Assert.Equal("""{"code":"NotFound"}""", await harness.AskAsync($"POST {Old}/client/identity", """{"orderCode":"1-1","passcode":"0"}""", 404));
        await harness.AskAsync($"POST {Old}/client/identity", $$"""{"orderCode":"{{number}}"}""", 400);
    }

    [Fact]
    public async Task Buyers_are_told_while_an_order_is_assembled_or_ready()
    {
        await using Harness harness = await StartAsync();
        EmulatedOrder order = harness.Emulator.Orders.BuyerOrders(Mug);
        string body = $$"""{"orders":[{{order.Id}}]}""", ids = $$"""{"ordersIds":[{{order.Id}}]}""";
        Assert.Equal("""{"orders":[]}""", await harness.AskAsync($"POST {Old}/client", body));
        await WordAsync(harness, "status/confirm", ids);
        Assert.Contains("\"firstName\":\"Иван\"", await harness.AskAsync($"POST {Old}/client", body), StringComparison.Ordinal);
        harness.Emulator.Orders.BuyerCancels(order.Id);
        Assert.Equal("""{"orders":[]}""", await harness.AskAsync($"POST {Old}/client", body));
    }

    [Theory]
    [InlineData("status/prepare", """{"orders":[1]}""")]
    [InlineData("meta/delete", """{"key":"imei","orderIds":[1]}""")]
    [InlineData("meta/sgtin", """{"orders":[{"orderId":1,"sgtins":["short"]}]}""")]
    public async Task A_request_that_makes_no_sense_is_400(string path, string body)
    {
        await using Harness harness = await StartAsync();
        Assert.Contains("\"title\":\"IncorrectRequest\"", await harness.AskAsync(Root + path, body, 400), StringComparison.Ordinal);
    }

    private static Task<Harness> StartAsync() => Harness.StartAsync(options => options.RateLimits = false);

    private static async Task<string?> WordAsync(Harness harness, string path, string body)
    {
        using var answer = JsonDocument.Parse(await harness.AskAsync(Root + path, body));
        JsonElement result = answer.RootElement.GetProperty("results")[0];
        return result.GetProperty("isError").GetBoolean() ? result.GetProperty("errors")[0].GetProperty("detail").GetString() : null;
    }
}
