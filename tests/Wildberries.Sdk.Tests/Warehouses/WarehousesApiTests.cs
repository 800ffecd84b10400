using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Tests.Warehouses;

public sealed class WarehousesApiTests
{
    private const string Phone = "+79998887766";

    private static readonly Dictionary<string, Func<IWarehousesApi, Task>> Calls = new()
    {
        ["GET /api/v3/offices"] = api => api.GetOfficesAsync(),
        ["GET /api/v3/warehouses"] = api => api.GetWarehousesAsync(),
        ["""POST /api/v3/warehouses {"name":"Main","officeId":15}"""] = api => api.CreateWarehouseAsync(new WarehouseRequest { Name = "Main", OfficeId = 15 }),
        ["""PUT /api/v3/warehouses/4294967297 {"name":"Main","officeId":16}"""] = api =>
            api.UpdateWarehouseAsync(4_294_967_297, new WarehouseRequest { Name = "Main", OfficeId = 16 }),
        ["DELETE /api/v3/warehouses/7"] = api => api.DeleteWarehouseAsync(7),
        ["GET /api/v3/dbw/warehouses/7/contacts"] = api => api.GetContactsAsync(7),
        ["""PUT /api/v3/dbw/warehouses/7/contacts {"contacts":[{"comment":"till 9","phone":"\u002B79998887766"},{"phone":"\u002B37411222333"}]}"""] = api =>
            api.SetContactsAsync(7, new WarehouseContactsRequest
            {
                Contacts = [new WarehouseContact { Comment = "till 9", Phone = Phone }, new WarehouseContact { Phone = "+37411222333" }],
            }),
        ["""PUT /api/v3/dbw/warehouses/8/contacts {"contacts":[]}"""] = api => api.SetContactsAsync(8, new WarehouseContactsRequest { Contacts = [] }),
        ["""POST /api/v3/stocks/7 {"chrtIds":[1,4294967298]}"""] = api => api.GetStocksAsync(7, new SizesRequest { ChrtIds = [1, 4_294_967_298] }),
        ["""PUT /api/v3/stocks/7 {"stocks":[{"chrtId":1,"amount":0},{"chrtId":2,"amount":100000}]}"""] = api =>
            api.UpdateStocksAsync(7, new StocksRequest { Stocks = [new Stock { ChrtId = 1 }, new Stock { ChrtId = 2, Quantity = 100_000 }] }),
        ["""DELETE /api/v3/stocks/7 {"chrtIds":[1]}"""] = api => api.DeleteStocksAsync(7, new SizesRequest { ChrtIds = [1] }),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Expected => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        bool isList = expected is "GET /api/v3/offices" or "GET /api/v3/warehouses";
        using var host = new FakeHost<IWarehousesApi>(WarehousesJsonContext.Default, isList ? "[]" : EmptyLists.Json);
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests);
    }

    [Fact]
    public async Task Offices_are_read()
    {
        using var host = new FakeHost<IWarehousesApi>(WarehousesJsonContext.Default, """
            [{"address":"ул. Троицкая","name":"Коледино","city":"Москва","id":15,"longitude":55.386871,"latitude":37.588898,"cargoType":3,"deliveryType":6,"federalDistrict":null,"selected":true},
             {"id":16}]
            """);
        IReadOnlyList<Office> offices = await host.Api.GetOfficesAsync(Cancel);
        Assert.Equal(
            [
                new Office
                {
                    Id = 15,
                    Name = "Коледино",
                    Address = "ул. Троицкая",
                    City = "Москва",
                    Longitude = 55.386871m,
                    Latitude = 37.588898m,
                    CargoType = CargoType.Large,
                    DeliveryType = WarehouseDeliveryType.ExpressDbs,
                    IsSelected = true,
                },
                new Office { Id = 16 },
            ],
            offices);
    }

    [Fact]
    public async Task Warehouses_are_read_also_of_kinds_that_nobody_knows_yet()
    {
        using var host = new FakeHost<IWarehousesApi>(WarehousesJsonContext.Default, """
            [{"name":"Main","officeId":15,"id":1,"cargoType":1,"deliveryType":3,"isDeleting":false,"isProcessing":true},
             {"id":2,"cargoType":9,"deliveryType":7,"isDeleting":null}]
            """);
        Assert.Equal(
            [
                new Warehouse { Id = 1, Name = "Main", OfficeId = 15, CargoType = CargoType.Small, DeliveryType = WarehouseDeliveryType.WbCourier, IsProcessing = true },
                new Warehouse { Id = 2, CargoType = CargoType.From(9), DeliveryType = WarehouseDeliveryType.From(7) },
            ],
            await host.Api.GetWarehousesAsync(Cancel));
    }

    [Fact]
    public async Task Stocks_and_contacts_are_read_and_contacts_stay_out_of_texts()
    {
        using (var stocks = new FakeHost<IWarehousesApi>(WarehousesJsonContext.Default, """{"stocks":[{"chrtId":4294967297,"amount":10},{"chrtId":2,"amount":"0"}]}"""))
        {
            Assert.Equal(
                [new Stock { ChrtId = 4_294_967_297, Quantity = 10 }, new Stock { ChrtId = 2 }],
                (await stocks.Api.GetStocksAsync(1, new SizesRequest { ChrtIds = [1] }, Cancel)).Stocks);
        }

        using var host = new FakeHost<IWarehousesApi>(WarehousesJsonContext.Default, $$"""{"contacts":[{"comment":"Иванов","phone":"{{Phone}}"}]}""");
        WarehouseContacts contacts = await host.Api.GetContactsAsync(1, Cancel);
        WarehouseContact contact = Assert.Single(contacts.Contacts);
        Assert.Equal(("Иванов", Phone), (contact.Comment, contact.Phone));
        Assert.DoesNotContain("Иванов", contact.ToString() + contacts, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, contact.ToString() + contacts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_warehouse_has_a_name(string? name) =>
        Assert.ThrowsAny<ArgumentException>(() => new WarehouseRequest { Name = name!, OfficeId = 1 });

    [Fact]
    public void A_name_has_at_most_200_characters_and_an_office_is_named()
    {
        Assert.Equal(200, new WarehouseRequest { Name = new string('я', 200), OfficeId = 1 }.Name.Length);
        Assert.Equal("Name", Assert.Throws<ArgumentException>(() => new WarehouseRequest { Name = new string('я', 201), OfficeId = 1 }).ParamName);
        Assert.Equal("OfficeId", Assert.Throws<ArgumentOutOfRangeException>(() => new WarehouseRequest { Name = "a", OfficeId = 0 }).ParamName);
    }

    [Theory]
    [InlineData("+79998887766", true)]
    [InlineData("+77001234567", true)]
    [InlineData("+375291234567", true)]
    [InlineData("+37410123456", true)]
    [InlineData("+996555123456", true)]
    [InlineData("79998887766", false)]
    [InlineData("+7999888776", false)]
    [InlineData("+799988877661", false)]
    [InlineData("+380671234567", false)]
    [InlineData("+7 999 888 77 66", false)]
    [InlineData("+79998887766\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_telephone_number_is_one_that_WB_takes(string? phone, bool isTaken)
    {
        Exception? refusal = Record.Exception(() => new WarehouseContactsRequest { Contacts = [new WarehouseContact { Phone = phone }] });
        if (isTaken)
        {
            Assert.Null(refusal);
            return;
        }

        Assert.Contains("Row 0", Assert.IsType<ArgumentException>(refusal).Message, StringComparison.Ordinal);
        if (!string.IsNullOrEmpty(phone))
            Assert.DoesNotContain(phone, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_at_most_5_contacts_with_comments_of_1000_characters()
    {
        WarehouseContact Contact(string? comment = null) => new() { Phone = Phone, Comment = comment };
        Assert.Equal(5, new WarehouseContactsRequest { Contacts = [.. Enumerable.Range(0, 5).Select(_ => Contact(new string('я', 1000)))] }.Contacts.Count);
        Assert.Throws<ArgumentException>(() => new WarehouseContactsRequest { Contacts = [.. Enumerable.Range(0, 6).Select(_ => Contact())] });
        string secret = new('я', 1001);
        string message = Assert.Throws<ArgumentException>(() => new WarehouseContactsRequest { Contacts = [Contact(), Contact(secret)] }).Message;
        Assert.Contains("Row 1", message, StringComparison.Ordinal);
        Assert.Contains("1,001", message, StringComparison.Ordinal);
        Assert.DoesNotContain("яя", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new WarehouseContactsRequest { Contacts = [null!] });
        Assert.Throws<ArgumentNullException>(() => new WarehouseContactsRequest { Contacts = null! });
    }

    [Fact]
    public void Sizes_are_1_to_1000_positive_numbers()
    {
        Assert.Equal(1000, new SizesRequest { ChrtIds = [.. Enumerable.Range(1, 1000)] }.ChrtIds.Count);
        Assert.Throws<ArgumentException>(() => new SizesRequest { ChrtIds = [] });
        Assert.Throws<ArgumentException>(() => new SizesRequest { ChrtIds = [.. Enumerable.Range(1, 1001)] });
        Assert.Equal("ChrtIds", Assert.Throws<ArgumentOutOfRangeException>(() => new SizesRequest { ChrtIds = [5, 0] }).ParamName);
    }

    [Theory]
    [InlineData(0, 1, "not positive")]
    [InlineData(7, -1, "the stock is -1")]
    [InlineData(7, 100_001, "the stock is 100001; WB takes 0 to 100,000")]
    [InlineData(5, 1, "row 0 has the same size")]
    public void A_stock_that_WB_would_refuse_is_named(long chrtId, int quantity, string words)
    {
        var stocks = new[] { new Stock { ChrtId = 5, Quantity = 1 }, new Stock { ChrtId = chrtId, Quantity = quantity } };
        string message = Assert.Throws<ArgumentException>(() => new StocksRequest { Stocks = stocks }).Message;
        Assert.Contains($"Row 1 (chrtId {chrtId})", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_1_to_1000_stocks()
    {
        Stock[] Stocks(int count) => [.. Enumerable.Range(1, count).Select(i => new Stock { ChrtId = i })];
        Assert.Equal(1000, new StocksRequest { Stocks = Stocks(1000) }.Stocks.Count);
        Assert.Throws<ArgumentException>(() => new StocksRequest { Stocks = Stocks(1001) });
        Assert.Throws<ArgumentException>(() => new StocksRequest { Stocks = [] });
    }

    [Fact]
    public async Task A_warehouse_that_is_none_is_refused_before_the_network()
    {
        using var host = new FakeWildberries();
        Assert.Equal("warehouseId", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Client.Warehouses.DeleteWarehouseAsync(0, Cancel))).ParamName);
        await Assert.ThrowsAsync<ArgumentNullException>(() => host.Client.Warehouses.UpdateStocksAsync(1, null!, Cancel));
    }

    [Fact]
    public void A_4XX_costs_ten_but_where_stocks_are_deleted()
    {
        foreach (WildberriesOperation operation in WildberriesOperations.Of<IWarehousesApi>())
            Assert.Equal(operation.MethodName == nameof(IWarehousesApi.DeleteStocksAsync) ? 1 : 10, operation.ClientErrorCost);
        Assert.Null(WildberriesOperations.Of<IWarehousesApi>().Single(o => o.MethodName == nameof(IWarehousesApi.DeleteStocksAsync)).LimitGroup);
    }
}
