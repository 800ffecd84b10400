using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.FbsSupplies;

public sealed class SuppliesRequestTests
{
    private static readonly PassRequest Pass = new()
    {
        FirstName = "Александр",
        LastName = "Петров",
        CarModel = "Lamborghini",
        CarNumber = "А456ВС123",
        OfficeId = 15,
    };

    private static readonly Dictionary<string, Func<IFbsSuppliesApi, Task>> Calls = new()
    {
        ["GET /api/v3/supplies?limit=1000&next=13833711"] = api => api.GetSuppliesAsync(1000, 13_833_711),
        ["""POST /api/v3/supplies {"name":"Утро 28.11"}"""] = api => api.CreateSupplyAsync(new CreateSupplyRequest { Name = "Утро 28.11" }),
        ["POST /api/v3/supplies {}"] = api => api.CreateSupplyAsync(new CreateSupplyRequest()),
        ["GET /api/v3/supplies/WB-GI-1234567"] = api => api.GetSupplyAsync("WB-GI-1234567"),
        ["DELETE /api/v3/supplies/WB-GI-1234567"] = api => api.DeleteSupplyAsync("WB-GI-1234567"),
        ["GET /api/marketplace/v3/supplies/WB-GI-1/order-ids"] = api => api.GetOrderIdsAsync("WB-GI-1"),
        ["""PATCH /api/marketplace/v3/supplies/WB-GI-1/orders {"orders":[5632423,3453452]}"""] = api =>
            api.AddOrdersAsync("WB-GI-1", new AddOrdersRequest { OrderIds = [5_632_423, 3_453_452] }),
        ["PATCH /api/v3/supplies/WB-GI-1/deliver"] = api => api.DeliverSupplyAsync("WB-GI-1"),
        ["GET /api/v3/supplies/WB-GI-1/barcode?type=zplv"] = api => api.GetSupplyQrCodeAsync("WB-GI-1", StickerFormat.ZplVertical),
        ["GET /api/v3/supplies/WB-GI-1/trbx"] = api => api.GetBoxesAsync("WB-GI-1"),
        ["""POST /api/v3/supplies/WB-GI-1/trbx {"amount":4}"""] = api => api.AddBoxesAsync("WB-GI-1", new AddBoxesRequest { Count = 4 }),
        ["""DELETE /api/v3/supplies/WB-GI-1/trbx {"trbxIds":["WB-TRBX-1234567"]}"""] = api =>
            api.DeleteBoxesAsync("WB-GI-1", new BoxesRequest { BoxIds = ["WB-TRBX-1234567"] }),
        ["""POST /api/v3/supplies/WB-GI-1/trbx/stickers?type=png {"trbxIds":["WB-TRBX-1","WB-TRBX-2"]}"""] = api =>
            api.GetBoxStickersAsync("WB-GI-1", StickerFormat.Png, new BoxesRequest { BoxIds = ["WB-TRBX-1", "WB-TRBX-2"] }),
        ["GET /api/marketplace/v3/fbs/shipping-points?city=%D0%9A%D0%B0%D0%BB%D1%83%D0%B3%D0%B0&cargoType=3"] = api =>
            api.GetShippingPointsAsync("Калуга", CargoType.Large),
        ["""PATCH /api/marketplace/v3/fbs/supplies/shipping-method {"data":[{"supplyId":"WB-GI-1","shippingDt":"2026-11-29","shippingPointId":507,"shippingType":"selfShipping"}]}"""] = api =>
            api.SetShippingMethodsAsync(new ShippingMethodsRequest
            {
                Supplies = [new ShippingMethod { SupplyId = "WB-GI-1", Date = new DateOnly(2026, 11, 29), ShippingPointId = 507, Type = ShippingType.SelfShipping }],
            }),
        ["GET /api/marketplace/v3/fbs/dictionaries/countries/oksm"] = api => api.GetCountriesAsync(),
        ["""PUT /api/marketplace/v3/fbs/supplies/WB-GI-1/spot {"carrierName":"ОсОО Ала-Тоо","carrierTaxNumber":"01234567890123","carrierCountryCode":"417","vehicleRegistrationNumber":"01KG123ABC"}"""] = api =>
            api.SetSpotAsync("WB-GI-1", new SpotData
            {
                CarrierName = "ОсОО Ала-Тоо",
                CarrierTaxNumber = "01234567890123",
                CarrierCountryCode = "417",
                VehicleRegistrationNumber = "01KG123ABC",
            }),
        ["""POST /api/marketplace/v3/fbs/supplies/spot/list {"supplyIds":["WB-GI-1"]}"""] = api => api.GetSpotAsync(new SpotRequest { SupplyIds = ["WB-GI-1"] }),
        ["GET /api/marketplace/v3/fbs/supplies/WB-GI-1/stickers/spot"] = api => api.GetSpotQrCodeAsync("WB-GI-1"),
        ["GET /api/v3/passes/offices"] = api => api.GetPassOfficesAsync(),
        ["GET /api/v3/passes"] = api => api.GetPassesAsync(),
        ["""POST /api/v3/passes {"firstName":"Александр","lastName":"Петров","carModel":"Lamborghini","carNumber":"А456ВС123","officeId":15}"""] = api => api.CreatePassAsync(Pass),
        ["""PUT /api/v3/passes/45 {"firstName":"Александр","lastName":"Петров","carModel":"Lamborghini","carNumber":"А456ВС123","officeId":15}"""] = api => api.UpdatePassAsync(45, Pass),
        ["DELETE /api/v3/passes/45"] = api => api.DeletePassAsync(45),
    };

    private static readonly Dictionary<string, Func<IFbsSuppliesApi, Task>> Refused = new()
    {
        ["limit: no supplies"] = api => api.GetSuppliesAsync(0, 0),
        ["next: before the first supply"] = api => api.GetSuppliesAsync(1, -1),
        ["city: none"] = api => api.GetShippingPointsAsync(" ", CargoType.Small),
        ["cargoType: none"] = api => api.GetShippingPointsAsync("Калуга", default),
        ["cargoType: another one"] = api => api.GetShippingPointsAsync("Калуга", CargoType.From(4)),
        ["request: a day that is over"] = api => api.SetShippingMethodsAsync(new ShippingMethodsRequest
        {
            Supplies = [new ShippingMethod { SupplyId = "WB-GI-1", Date = new DateOnly(1999, 12, 31), ShippingPointId = 507, Type = ShippingType.SelfShipping }],
        }),
        ["request: a name that is too short"] = api => api.CreatePassAsync(Pass with { FirstName = "И", LastName = "Ли" }),
        ["request: a name that is too long"] = api => api.UpdatePassAsync(1, Pass with { FirstName = new string('и', 60), LastName = new string('л', 41) }),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Expected => [.. Calls.Keys];

    public static TheoryData<string> RefusedCalls => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeSuppliesHost(expected.Contains("passes", StringComparison.Ordinal) && expected.StartsWith("GET", StringComparison.Ordinal) ? "[]" : EmptyLists.Json);
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests.Select(Unescaped));
    }

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task What_WB_would_refuse_costs_no_request(string what)
    {
        using var wb = new FakeWildberries();
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Refused[what](wb.Client.FbsSupplies));
        Assert.Equal(what.Split(':')[0], error.ParamName);
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public void What_WB_would_refuse_is_refused_when_it_is_set()
    {
        Throws("Name", () => new CreateSupplyRequest { Name = " " });
        Throws("Name", () => new CreateSupplyRequest { Name = new string('я', 129) });
        Throws("OrderIds", () => new AddOrdersRequest { OrderIds = [] });
        Throws("OrderIds", () => new AddOrdersRequest { OrderIds = [.. Enumerable.Range(1, 101).Select(id => (long)id)] });
        Throws("OrderIds", () => new AddOrdersRequest { OrderIds = [5, 0] });
        Throws("Count", () => new AddBoxesRequest { Count = 0 });
        Throws("Count", () => new AddBoxesRequest { Count = 1001 });
        Throws("BoxIds", () => new BoxesRequest { BoxIds = [] });
        Throws("BoxIds", () => new BoxesRequest { BoxIds = ["WB-TRBX-1", ""] });
        Throws("Supplies", () => new ShippingMethodsRequest { Supplies = [] });
        ShippingMethod method = new() { SupplyId = "WB-GI-1", Date = new DateOnly(2026, 11, 29), ShippingPointId = 1, Type = ShippingType.SelfShipping };
        _ = new ShippingMethodsRequest { Supplies = [.. Enumerable.Range(0, 100).Select(i => method with { SupplyId = FormattableString.Invariant($"WB-GI-{i}") })] };
        foreach (ShippingMethod[] wrong in (ShippingMethod[][])
        [
            [.. Enumerable.Range(0, 101).Select(i => method with { SupplyId = FormattableString.Invariant($"WB-GI-{i}") })],
            [method with { ShippingPointId = 0 }],
            [method with { SupplyId = "" }],
            [method with { Date = default }],
            [method with { Type = default }],
            [method, method],
        ])
        {
            Throws("Supplies", () => new ShippingMethodsRequest { Supplies = wrong });
        }

        Throws("SupplyIds", () => new SpotRequest { SupplyIds = [.. Enumerable.Repeat("WB-GI-1", 101)] });
        Throws("SupplyIds", () => new SpotRequest { SupplyIds = [] });
        Throws("CarNumber", () => Pass with { CarNumber = "А456" });
        Throws("CarNumber", () => Pass with { CarNumber = "А456ВС 77" });
        Throws("CarNumber", () => Pass with { CarNumber = "А456ВС1234" });
        Throws("CarModel", () => Pass with { CarModel = new string('x', 101) });
        Throws("FirstName", () => Pass with { FirstName = "" });
        Throws("LastName", () => Pass with { LastName = " " });
        Throws("OfficeId", () => Pass with { OfficeId = 0 });
        Throws("CarrierName", () => new SpotData { CarrierName = "", CarrierTaxNumber = "1", CarrierCountryCode = "417", VehicleRegistrationNumber = "1" });
    }

    [Fact]
    public void The_largest_that_WB_takes_is_taken()
    {
        _ = new CreateSupplyRequest { Name = new string('я', 128) };
        _ = new AddOrdersRequest { OrderIds = [.. Enumerable.Range(1, 100).Select(id => (long)id)] };
        _ = new AddBoxesRequest { Count = 1000 };
        _ = Pass with { CarNumber = "А456ВС" };
        _ = Pass with { CarModel = new string('x', 100) };
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(60, 41)]
    public async Task A_name_that_WB_takes_by_its_parts_and_not_together_is_refused_before_the_network(int first, int last)
    {
        using var host = new FakeSuppliesHost("{}");
        string firstName = new('и', first), lastName = new('п', last);
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => host.Api.CreatePassAsync(firstName, lastName, "Lada", "А456ВС77", 15, Cancel),
            () => host.Api.UpdatePassAsync(45, firstName, lastName, "Lada", "А456ВС77", 15, Cancel),
        ])
        {
            ArgumentException error = await Assert.ThrowsAsync<ArgumentException>("lastName", call);
            Assert.Contains(FormattableString.Invariant($"{first + last} characters"), error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(lastName, error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(host.Requests);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(50, 50)]
    public async Task A_name_of_six_to_a_hundred_characters_is_sent(int first, int last)
    {
        using FakeSuppliesHost host = PassHost();
        Assert.Equal(2, (await host.Api.CreatePassAsync(new string('и', first), new string('п', last), "Lada", "А456ВС77", 15, Cancel)).Id);
        await host.Api.UpdatePassAsync(2, new string('и', first), new string('п', last), "Lada", "А456ВС77", 15, Cancel);
        Assert.Equal(
            ["GET /api/v3/passes/offices", "POST /api/v3/passes", "GET /api/v3/passes", "GET /api/v3/passes/offices", "PUT /api/v3/passes/2"],
            host.Requests.Select(request => string.Join(' ', request.Split(' ')[..2])));
    }

    [Fact]
    public async Task A_pass_for_a_warehouse_that_is_none_or_one_that_is_not_there_costs_no_refusal()
    {
        using FakeSuppliesHost host = PassHost();
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => host.Api.CreatePassAsync("Александр", "Петров", "Lada", "А456ВС77", 16, Cancel),
            () => host.Api.UpdatePassAsync(2, "Александр", "Петров", "Lada", "А456ВС77", 16, Cancel),
            () => host.Api.UpdatePassAsync(3, "Александр", "Петров", "Lada", "А456ВС77", 15, Cancel),
        ])
        {
            var refusal = await Assert.ThrowsAsync<WildberriesNotFoundException>(call);
            Assert.Equal(Delivery.NotSent, refusal.Delivery);
            Assert.DoesNotContain("Петров", refusal.ToString(), StringComparison.Ordinal);
        }

        Assert.All(host.Requests, request => Assert.StartsWith("GET", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_drives_and_who_carries_stays_out_of_texts()
    {
        using var host = new FakeSuppliesHost("""[{"id":1,"firstName":"Александр","lastName":"Петров","carModel":"Lamborghini","carNumber":"A456BC123","officeId":15}]""");
        string text = string.Join(' ', await host.Api.GetPassesAsync(Cancel)) + Pass
            + new SpotData { CarrierName = "Александр", CarrierTaxNumber = "77", CarrierCountryCode = "417", VehicleRegistrationNumber = "А456ВС123" }
            + new SpotInfo { CarrierName = "Александр", CarrierTaxNumber = "77", VehicleRegistrationNumber = "А456ВС123" };
        Assert.Contains("OfficeId = 15", text, StringComparison.Ordinal);
        foreach (string secret in (string[])["Александр", "Петров", "A456BC123", "А456ВС123", "77"])
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_shipping_method_is_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ShippingMethodsRequest { Supplies = [new ShippingMethod { SupplyId = "WB-GI-7", ShippingPointId = -3 }] });
        Assert.Contains("Row 0 (supply \"WB-GI-7\"): the shipping point is -3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_supplies_are_read_to_the_page_that_names_no_next()
    {
        string[] pages = ["""{"next":7,"supplies":[{"id":"WB-GI-1"},null,{"id":"WB-GI-2"}]}""", """{"next":0,"supplies":[{"id":"WB-GI-2"},{"id":"WB-GI-3"}]}"""];
        int next = 0;
        using var host = new FakeSuppliesHost(_ => pages[next++]);
        List<string> ids = [];
        await foreach (FbsSupply supply in host.Api.StreamSuppliesAsync(Cancel))
            ids.Add(supply.Id);
        Assert.Equal(["WB-GI-1", "WB-GI-2", "WB-GI-3"], ids);
        Assert.Equal(["GET /api/v3/supplies?limit=1000&next=0", "GET /api/v3/supplies?limit=1000&next=7"], host.Requests);
    }

    [Fact]
    public async Task A_pass_without_an_id_is_no_pass()
    {
        using var host = new FakeSuppliesHost(request => request.Method == HttpMethod.Get ? """[{"id":15}]""" : "{}");
        var unnamed = await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.CreatePassAsync("Александр", "Петров", "Lada", "А456ВС77", 15, Cancel));
        Assert.Equal(("FbsSupplies.CreatePass", Delivery.Answered), (unnamed.Operation, unnamed.Delivery));
    }

    [Fact]
    public async Task Only_a_pass_that_is_there_is_deleted()
    {
        using FakeSuppliesHost host = PassHost();
        Assert.True(await host.Api.TryDeletePassAsync(2, Cancel));
        Assert.False(await host.Api.TryDeletePassAsync(3, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("passId", () => { _ = host.Api.TryDeletePassAsync(0, Cancel); });
        Assert.Equal(["GET /api/v3/passes", "DELETE /api/v3/passes/2", "GET /api/v3/passes"], host.Requests);
    }

    private static FakeSuppliesHost PassHost() => new(request => (request.Method.Method, request.RequestUri!.AbsolutePath) switch
    {
        ("GET", "/api/v3/passes/offices") => """[{"id":15,"name":"Коледино"},null]""",
        ("GET", _) => """[null,{"id":2}]""",
        _ => """{"id":2}""",
    });

    private static string Unescaped(string request) => System.Text.RegularExpressions.Regex.Replace(
        request, "\\\\u([0-9A-Fa-f]{4})", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static void Throws(string member, Func<object> make) => Assert.Equal(member, Assert.ThrowsAny<ArgumentException>(make).ParamName);
}
