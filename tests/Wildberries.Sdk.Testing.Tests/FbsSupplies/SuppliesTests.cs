using System.Text.Json;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing.Tests.FbsSupplies;

/// <summary>Supplies as WB's documents have them: what is taken, and what is refused with which code.</summary>
public sealed class SuppliesTests
{
    private const string Root = "/marketplace-api/api/v3/supplies";
    private const string Newer = "/marketplace-api/api/marketplace/v3";

    [Fact]
    public async Task A_supply_takes_the_type_of_its_first_order_and_makes_new_ones_confirm()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedOrder[] orders = [.. harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, CargoType = CargoType.Large, IsCrossBorder = true }, 2)];
        string id = await CreateAsync(harness);
        Assert.Contains("\"cargoType\":0,\"crossBorderType\":null", await harness.AskAsync($"GET {Root}/{id}"), StringComparison.Ordinal);
        await AddAsync(harness, id, orders);
        Assert.Contains("\"cargoType\":3,\"crossBorderType\":1", await harness.AskAsync($"GET {Root}/{id}"), StringComparison.Ordinal);
        Assert.All(orders, order => Assert.Equal((SupplierStatus.Confirm, id), (harness.Emulator.Orders.Find(order.Id)!.SupplierStatus, harness.Emulator.Orders.Find(order.Id)!.SupplyId)));
        Assert.Equal(orders.Select(order => order.Id), harness.Emulator.FbsSupplies.Find(id)!.OrderIds);
    }

    [Fact]
    public async Task Orders_of_another_warehouse_size_or_border_do_not_fit_and_none_of_their_batch_comes()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedOrder first = harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }), fits = harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 });
        string id = await CreateAsync(harness);
        await AddAsync(harness, id, first);
        foreach (EmulatedPurchase other in (EmulatedPurchase[])
        [
            new() { NmId = 1, WarehouseId = 5 }, new() { NmId = 1, CargoType = CargoType.Large }, new() { NmId = 1, IsCrossBorder = true }, new() { NmId = 1, Kind = EmulatedOrderKind.Dbs },
        ])
        {
            EmulatedOrder order = harness.Emulator.Orders.BuyerOrders(other);
            await RefusedAsync(harness, $"PATCH {Newer}/supplies/{id}/orders", 409, "FailedToAddSupplyOrder", $$"""{"orders":[{{fits.Id}},{{order.Id}}]}""");
        }

        await RefusedAsync(harness, $"PATCH {Newer}/supplies/{id}/orders", 409, "FailedToAddSupplyOrder", """{"orders":[7]}""");
        Assert.Equal([first.Id], harness.Emulator.FbsSupplies.Find(id)!.OrderIds);
        await RefusedAsync(harness, $"PATCH {Newer}/supplies/{id}/orders", 400, "IncorrectParameter", """{"orders":[]}""");
        await RefusedAsync(harness, $"PATCH {Newer}/supplies/{id}/orders", 400, "IncorrectParameter", $$"""{"orders":[{{string.Join(',', Enumerable.Range(1, 101))}}]}""");
        await RefusedAsync(harness, $"PATCH {Newer}/supplies/WB-GI-1/orders", 404, "NotFound", $$"""{"orders":[{{fits.Id}}]}""");
    }

    [Fact]
    public async Task An_order_moves_from_one_open_supply_to_another_without_a_word()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedOrder order = harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 });
        string first = await CreateAsync(harness), second = await CreateAsync(harness);
        await AddAsync(harness, first, order);
        await AddAsync(harness, second, order);
        Assert.Empty(harness.Emulator.FbsSupplies.Find(first)!.OrderIds);
        Assert.Equal([order.Id], harness.Emulator.FbsSupplies.Find(second)!.OrderIds);

        // One that the seller cancels leaves its supply, and one that the buyer has cancelled gets into none.
        await harness.AskAsync($"PATCH /marketplace-api/api/v3/orders/{order.Id}/cancel", status: 204);
        Assert.Empty(harness.Emulator.FbsSupplies.Find(second)!.OrderIds);
        await RefusedAsync(harness, $"PATCH {Newer}/supplies/{second}/orders", 409, "FailedToAddSupplyOrder", $$"""{"orders":[{{order.Id}}]}""");
    }

    [Fact]
    public async Task A_supply_is_handed_over_when_nothing_is_missing()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.Orders.MarkingCheckTime = TimeSpan.FromMinutes(1);
        EmulatedOrder order = harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, RequiredMarking = [MarkingCodeKind.Uin] });
        string id = await CreateAsync(harness);
        await RefusedAsync(harness, $"PATCH {Root}/{id}/deliver", 409, "SupplyHasZeroOrders");
        await RefusedAsync(harness, $"GET {Root}/{id}/barcode?type=png", 409, "SupplyNotClosed");
        await AddAsync(harness, id, order);
        JsonElement refusal = await RefusedAsync(harness, $"PATCH {Root}/{id}/deliver", 409, "MetaValidationFail");
        JsonElement faulty = refusal.GetProperty("data").GetProperty("orders")[0];
        Assert.Equal((order.Id, "required"), (faulty.GetProperty("id").GetInt64(), faulty.GetProperty("metaDetails")[0].GetProperty("decision").GetString()));

        await harness.AskAsync($"PUT /marketplace-api/api/v3/orders/{order.Id}/meta/uin", """{"uin":"1234567890123456"}""", 204);
        await RefusedAsync(harness, $"PATCH {Root}/{id}/deliver", 409, "MetaValidationFail");
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        await RefusedAsync(harness, $"PATCH {Root}/{id}/deliver", 409, "ShippingParametersRequired");
        await ShipAsync(harness, id, 507, "2026-09-02");
        await harness.AskAsync($"PATCH {Root}/{id}/deliver", status: 204);
        Assert.Equal(SupplierStatus.Complete, harness.Emulator.Orders.Find(order.Id)!.SupplierStatus);
        Assert.NotNull(harness.Emulator.FbsSupplies.Find(id)!.ClosedAt);
        await RefusedAsync(harness, $"PATCH {Root}/{id}/deliver", 409, "SupplyAlreadyDelivered");
        await RefusedAsync(harness, $"DELETE {Root}/{id}", 409, "SupplyHasOrders");
        await RefusedAsync(harness, $"GET {Root}/{id}/barcode?type=pdf", 400, "IncorrectParameter");
        foreach (string format in (string[])["svg", "png", "zplv", "zplh"])
            Assert.Contains($"\"barcode\":\"{id}\"", await harness.AskAsync($"GET {Root}/{id}/barcode?type={format}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supply_across_the_border_needs_no_shipping_parameters_and_one_by_a_company_never_has_enough()
    {
        await using Harness harness = await Harness.StartAsync();
        string abroad = await CreateAsync(harness), local = await CreateAsync(harness);
        await AddAsync(harness, abroad, harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, IsCrossBorder = true }));
        await harness.AskAsync($"PATCH {Root}/{abroad}/deliver", status: 204);
        await AddAsync(harness, local, harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }));
        await ShipAsync(harness, local, 507, "2026-09-02", "transportCompany");
        await RefusedAsync(harness, $"PATCH {Root}/{local}/deliver", 409, "ShippingParametersRequired");
        harness.Emulator.FbsSupplies.RequireShippingMethod = false;
        await harness.AskAsync($"PATCH {Root}/{local}/deliver", status: 204);
    }

    [Fact]
    public async Task Shipping_parameters_that_do_not_fit_are_told_supply_by_supply()
    {
        await using Harness harness = await Harness.StartAsync();
        harness.Emulator.FbsSupplies.Add(new EmulatedShippingPoint { Id = 9, City = "Тула", Kind = ShippingPointKind.PickupPoint, CargoTypes = [CargoType.Small] });
        string id = await CreateAsync(harness);
        await AddAsync(harness, id, harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, CargoType = CargoType.Large }));
        Assert.Equal("supply not found", await ShipAsync(harness, "WB-GI-1", 507, "2026-09-02"));
        Assert.Equal("shipping point not found", await ShipAsync(harness, id, 8, "2026-09-02"));
        Assert.Equal("shipping point does not take this cargo type", await ShipAsync(harness, id, 9, "2026-09-02"));
        Assert.Equal("shippingDt is in the past", await ShipAsync(harness, id, 507, "2026-08-31"));
        Assert.Equal("shippingDt is not a date", await ShipAsync(harness, id, 507, "02.09.2026"));
        Assert.Equal("unknown shippingType", await ShipAsync(harness, id, 507, "2026-09-02", "drone"));
        Assert.Null(await ShipAsync(harness, id, 507, "2026-09-02"));
        harness.Emulator.FbsSupplies.Scan(id);
        Assert.Equal("supply is scanned already", await ShipAsync(harness, id, 507, "2026-09-03"));
        JsonElement points = (await harness.GetJsonAsync($"{Newer}/fbs/shipping-points?city=%D0%A2%D1%83%D0%BB%D0%B0&cargoType=1")).GetProperty("shippingPoints");
        Assert.Equal((9, "pp"), (points[0].GetProperty("id").GetInt64(), points[0].GetProperty("officeType").GetString()));
        Assert.Equal(0, (await harness.GetJsonAsync($"{Newer}/fbs/shipping-points?city=%D0%A2%D1%83%D0%BB%D0%B0&cargoType=3")).GetProperty("shippingPoints").GetArrayLength());
        await RefusedAsync(harness, $"GET {Newer}/fbs/shipping-points?cargoType=1", 400, "IncorrectParameter");
    }

    [Fact]
    public async Task Boxes_are_at_most_half_as_many_as_orders_and_only_of_an_open_supply()
    {
        await using Harness harness = await Harness.StartAsync();
        string id = await CreateAsync(harness);
        await AddAsync(harness, id, [.. harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }, 5)]);
        await RefusedAsync(harness, $"POST {Root}/{id}/trbx", 400, "IncorrectParameter", """{"amount":3}""");
        await harness.AskAsync($"POST {Root}/{id}/trbx", """{"amount":2}""", 201);
        await RefusedAsync(harness, $"POST {Root}/{id}/trbx", 400, "IncorrectParameter", """{"amount":1}""");
        IReadOnlyList<string> boxes = harness.Emulator.FbsSupplies.Find(id)!.BoxIds;
        Assert.Contains("$WBMP:1:", await harness.AskAsync($"POST {Root}/{id}/trbx/stickers?type=zplh", $$"""{"trbxIds":["{{boxes[0]}}"]}"""), StringComparison.Ordinal);
        await harness.AskAsync($"DELETE {Root}/{id}/trbx", $$"""{"trbxIds":["{{boxes[0]}}"]}""", 204);
        Assert.Equal([boxes[1]], harness.Emulator.FbsSupplies.Find(id)!.BoxIds);
        harness.Emulator.FbsSupplies.Scan(id);
        await RefusedAsync(harness, $"DELETE {Root}/{id}/trbx", 400, "IncorrectParameter", $$"""{"trbxIds":["{{boxes[1]}}"]}""");

        string far = await CreateAsync(harness);
        await AddAsync(harness, far, [.. harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, IsPickupPointShipmentAllowed = false }, 2)]);
        await RefusedAsync(harness, $"POST {Root}/{far}/trbx", 400, "IncorrectParameter", """{"amount":1}""");
    }

    [Fact]
    public async Task A_scan_closes_a_supply_and_what_is_not_found_goes_again_in_another()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedOrder[] orders = [.. harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }, 3)];
        string id = await CreateAsync(harness), next = await CreateAsync(harness);
        await AddAsync(harness, id, orders);
        harness.Emulator.FbsSupplies.Scan(id, orders[1].Id);
        Assert.Equal([WbStatus.Sorted, WbStatus.Waiting, WbStatus.Sorted], orders.Select(order => harness.Emulator.Orders.Find(order.Id)!.WbStatus));
        Assert.Contains($"\"orderID\":{orders[1].Id}", await harness.AskAsync("GET /marketplace-api/api/v3/supplies/orders/reshipment"), StringComparison.Ordinal);
        await RefusedAsync(harness, $"PATCH {Newer}/supplies/{next}/orders", 409, "FailedToAddSupplyOrder", $$"""{"orders":[{{orders[0].Id}}]}""");
        await AddAsync(harness, next, orders[1]);
        Assert.Equal((next, false), (harness.Emulator.Orders.Find(orders[1].Id)!.SupplyId, harness.Emulator.Orders.Find(orders[1].Id)!.NeedsReshipment));
    }

    [Fact]
    public async Task The_list_is_read_page_by_page_and_an_empty_supply_can_be_deleted()
    {
        await using Harness harness = await Harness.StartAsync();
        string first = await CreateAsync(harness), second = await CreateAsync(harness), third = await CreateAsync(harness);
        JsonElement page = await harness.GetJsonAsync($"{Root}?limit=2&next=0");
        Assert.Equal([first, second], page.GetProperty("supplies").EnumerateArray().Select(supply => supply.GetProperty("id").GetString()));
        JsonElement rest = await harness.GetJsonAsync($"{Root}?limit=2&next={page.GetProperty("next").GetInt64()}");
        Assert.Equal((third, 0), (rest.GetProperty("supplies")[0].GetProperty("id").GetString(), rest.GetProperty("next").GetInt64()));
        await RefusedAsync(harness, $"GET {Root}?limit=1001&next=0", 400, "IncorrectParameter");
        await harness.AskAsync($"DELETE {Root}/{first}", status: 204);
        await RefusedAsync(harness, $"GET {Root}/{first}", 404, "NotFound");
        await RefusedAsync(harness, $"POST {Root}", 400, "IncorrectRequestBody", $$"""{"name":"{{new string('x', 129)}}"}""");
    }

    [Fact]
    public async Task SPOT_data_are_checked_for_a_while()
    {
        await using Harness harness = await Harness.StartAsync();
        const string data = """{"carrierName":"Ала-Тоо","carrierTaxNumber":"1","carrierCountryCode":"417","vehicleRegistrationNumber":"01KG123ABC"}""";
        string id = await CreateAsync(harness), list = $$"""{"supplyIds":["{{id}}"]}""";
        Assert.Contains("SpotNotAvailable", await harness.AskAsync($"PUT {Newer}/fbs/supplies/{id}/spot", data, 409), StringComparison.Ordinal);
        harness.Emulator.FbsSupplies.IsSpotAvailable = true;
        harness.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("IncorrectRequestBody", await harness.AskAsync($"PUT {Newer}/fbs/supplies/{id}/spot", data.Replace("417", "999", StringComparison.Ordinal), 400), StringComparison.Ordinal);
        harness.Clock.Advance(TimeSpan.FromSeconds(2));
        await harness.AskAsync($"PUT {Newer}/fbs/supplies/{id}/spot", data, 204);
        Assert.Contains("\"status\":\"pending\"", await harness.AskAsync($"POST {Newer}/fbs/supplies/spot/list", list), StringComparison.Ordinal);
        await harness.AskAsync($"GET {Newer}/fbs/supplies/{id}/stickers/spot", status: 404);
        harness.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("\"status\":\"completed\"", await harness.AskAsync($"POST {Newer}/fbs/supplies/spot/list", list), StringComparison.Ordinal);
        Assert.Contains("qrCode", await harness.AskAsync($"GET {Newer}/fbs/supplies/{id}/stickers/spot"), StringComparison.Ordinal);
        harness.Emulator.FbsSupplies.RefuseSpot("Ала-Тоо");
        Assert.Contains("\"status\":\"failed\"", await harness.AskAsync($"POST {Newer}/fbs/supplies/spot/list", list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passes_hold_for_48_hours_and_WB_takes_one_call_in_ten_minutes()
    {
        await using Harness harness = await Harness.StartAsync();
        const string pass = """{"firstName":"Александр","lastName":"Петров","carModel":"Lada","carNumber":"А456ВС77","officeId":15}""";
        await harness.AskAsync("POST /marketplace-api/api/v3/passes", pass, 201);
        await harness.AskAsync("POST /marketplace-api/api/v3/passes", pass, 429);
        EmulatedPass made = Assert.Single(harness.Emulator.Passes.All);
        Assert.Equal(harness.Clock.GetUtcNow() + TimeSpan.FromHours(48), made.EndsAt);
        Assert.DoesNotContain("Петров", made.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"dateEnd\":\"2026-09-03 09:00:00+00:00\"", await harness.AskAsync("GET /marketplace-api/api/v3/passes"), StringComparison.Ordinal);
        await harness.AskAsync($"PUT /marketplace-api/api/v3/passes/{made.Id}", pass.Replace("Lada", "Газель", StringComparison.Ordinal), 204);
        Assert.Equal(("Газель", made.EndsAt), (harness.Emulator.Passes.All[0].CarModel, harness.Emulator.Passes.All[0].EndsAt));
        await RefusedAsync(harness, $"PUT /marketplace-api/api/v3/passes/{made.Id}", 400, "IncorrectRequestBody", pass.Replace("А456ВС77", "А 456", StringComparison.Ordinal));
        await RefusedAsync(harness, $"PUT /marketplace-api/api/v3/passes/{made.Id}", 400, "IncorrectRequestBody", pass.Replace("Александр", "И", StringComparison.Ordinal).Replace("Петров", "Ли", StringComparison.Ordinal));
        await RefusedAsync(harness, "DELETE /marketplace-api/api/v3/passes/99", 404, "NotFound");
        await harness.AskAsync($"DELETE /marketplace-api/api/v3/passes/{made.Id}", status: 204);
        Assert.Contains("Коледино", await harness.AskAsync("GET /marketplace-api/api/v3/passes/offices"), StringComparison.Ordinal);
    }

    private static async Task<string> CreateAsync(Harness harness)
    {
        using var created = JsonDocument.Parse(await harness.AskAsync($"POST {Root}", """{"name":"Утро"}""", 201));
        return created.RootElement.GetProperty("id").GetString()!;
    }

    private static Task<string> AddAsync(Harness harness, string id, params EmulatedOrder[] orders) => harness.AskAsync(
        $"PATCH {Newer}/supplies/{id}/orders", $$"""{"orders":[{{string.Join(',', orders.Select(order => order.Id))}}]}""", 204);

    private static async Task<string?> ShipAsync(Harness harness, string id, long point, string day, string type = "selfShipping")
    {
        using var answer = JsonDocument.Parse(await harness.AskAsync(
            $"PATCH {Newer}/fbs/supplies/shipping-method", $$"""{"data":[{"supplyId":"{{id}}","shippingDt":"{{day}}","shippingPointId":{{point}},"shippingType":"{{type}}"}]}"""));
        JsonElement result = answer.RootElement.GetProperty("results")[0];
        Assert.NotEqual(result.TryGetProperty("success", out _), result.TryGetProperty("error", out JsonElement error));
        return error.ValueKind == JsonValueKind.Undefined ? null : error.GetProperty("detail").GetString();
    }

    private static async Task<JsonElement> RefusedAsync(Harness harness, string operation, int status, string code, string? json = null)
    {
        // Each refusal costs ten requests.
        harness.Clock.Advance(TimeSpan.FromSeconds(2));
        using var refusal = JsonDocument.Parse(await harness.AskAsync(operation, json, status));
        Assert.Equal(code, refusal.RootElement.GetProperty("code").GetString());
        return refusal.RootElement.Clone();
    }
}
