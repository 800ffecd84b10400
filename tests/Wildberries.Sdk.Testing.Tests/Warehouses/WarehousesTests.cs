using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Warehouses;

public sealed class WarehousesTests
{
    private const string Offices = "GET marketplace-api/api/v3/offices";
    private const string List = "GET marketplace-api/api/v3/warehouses";
    private const string Create = "POST marketplace-api/api/v3/warehouses";
    private const string One = "marketplace-api/api/v3/warehouses/";
    private const string Contacts = "marketplace-api/api/v3/dbw/warehouses/7/contacts";

    [Fact]
    public async Task A_warehouse_takes_an_office_that_no_other_has()
    {
        await using Harness harness = await StartAsync();
        string created = await harness.AskAsync(Create, """{"name":"Main","officeId":16}""", 201);
        Assert.Equal("""{"id":8}""", created);
        Assert.Equal("False True True", Flags(await harness.AskAsync(Offices), "selected"));
        Assert.Equal(("Main", 16, 1, 1), harness.Emulator.Warehouses.Find(8) is { } made ? (made.Name, made.OfficeId, made.CargoType, made.DeliveryType) : default);
        Assert.Contains("Conflict", await harness.AskAsync(Create, """{"name":"Other","officeId":16}""", 409), StringComparison.Ordinal);
        Assert.Contains("NotFound", await harness.AskAsync(Create, """{"name":"Other","officeId":99}""", 404), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_changes_once_a_day_and_the_warehouse_is_processed_for_some_minutes()
    {
        await using Harness harness = await StartAsync();
        await harness.AskAsync("PUT " + One + "7", """{"name":"Main","officeId":16}""", 204);
        Assert.Equal("True", Flags(await harness.AskAsync(List), "isProcessing"));
        await harness.AskAsync("PUT " + One + "7", """{"name":"New name","officeId":16}""", 409);
        harness.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("False", Flags(await harness.AskAsync(List), "isProcessing"));
        await harness.AskAsync("PUT " + One + "7", """{"name":"New name","officeId":16}""", 204);
        await harness.AskAsync("PUT " + One + "7", """{"name":"New name","officeId":15}""", 409);
        harness.Clock.Advance(TimeSpan.FromDays(1));
        await harness.AskAsync("PUT " + One + "7", """{"name":"New name","officeId":15}""", 204);
        Assert.Equal(("New name", 15), (harness.Emulator.Warehouses.All[0].Name, harness.Emulator.Warehouses.All[0].OfficeId));
    }

    [Fact]
    public async Task A_deleted_warehouse_vanishes_after_some_minutes_and_frees_its_office()
    {
        await using Harness harness = await StartAsync();
        await harness.AskAsync("DELETE " + One + "7", status: 204);
        Assert.Equal("True", Flags(await harness.AskAsync(List), "isDeleting"));
        harness.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("[]", await harness.AskAsync(List));
        await harness.AskAsync("DELETE " + One + "7", status: 404);
        await harness.AskAsync(Create, """{"name":"Main","officeId":31}""", 201);
    }

    [Theory]
    [InlineData("", "IncorrectRequestBody")]
    [InlineData("[]", "IncorrectRequestBody")]
    [InlineData("""{"name":"a"}""", "IncorrectRequestBody")]
    [InlineData("""{"name":"a","officeId":0}""", "IncorrectRequestBody")]
    [InlineData("""{"name":"","officeId":15}""", "WarehouseNameInvalid")]
    [InlineData("""{"officeId":15}""", "WarehouseNameInvalid")]
    public async Task A_body_that_makes_no_sense_is_400(string body, string code)
    {
        await using Harness harness = await StartAsync();
        Assert.Contains($"\"code\":\"{code}\"", await harness.AskAsync(Create, body, 400), StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", await harness.AskAsync("PUT " + One + "7", body, 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Oversized_warehouses_are_not_changed()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Warehouses.Add(new EmulatedWarehouse { Id = 9, OfficeId = 16, CargoType = 2 });
        await harness.AskAsync("PUT " + One + "9", """{"name":"a","officeId":16}""", 409);
    }

    [Fact]
    public async Task Contacts_are_replaced_whole_and_only_where_couriers_come()
    {
        await using Harness harness = await StartAsync();
        await harness.AskAsync("PUT " + Contacts, """{"contacts":[{"comment":"a","phone":"+79998887766"},{"phone":"+37411222333"}]}""", 204);
        Assert.Equal("""{"contacts":[{"comment":"a","phone":"+79998887766"},{"comment":"","phone":"+37411222333"}]}""", await harness.AskAsync("GET " + Contacts));
        await harness.AskAsync("PUT " + Contacts, """{"contacts":[{"phone":"+77001234567"}]}""", 204);
        Assert.Equal(["+77001234567"], harness.Emulator.Warehouses.ContactPhones(7));
        await harness.AskAsync("PUT " + Contacts, """{"contacts":[]}""", 204);
        Assert.Empty(harness.Emulator.Warehouses.ContactPhones(7));

        string six = string.Join(',', Enumerable.Repeat("""{"phone":"+77001234567"}""", 6));
        Assert.Contains("UploadDataLimit", await harness.AskAsync("PUT " + Contacts, $$"""{"contacts":[{{six}}]}""", 400), StringComparison.Ordinal);
        Assert.Contains("IncorrectRequest", await harness.AskAsync("PUT " + Contacts, """{"contacts":[{"phone":"+4912345"}]}""", 400), StringComparison.Ordinal);
        Assert.Contains("IncorrectRequestBody", await harness.AskAsync("PUT " + Contacts, "{}", 400), StringComparison.Ordinal);
        harness.Emulator.Warehouses.Add(new EmulatedWarehouse { Id = 7, OfficeId = 31, DeliveryType = 1 });
        await harness.AskAsync("GET " + Contacts, status: 400);
        await harness.AskAsync("PUT " + Contacts, """{"contacts":[]}""", 400);
    }

    [Fact]
    public async Task A_seeded_emulator_has_warehouses()
    {
        await using Harness harness = await Harness.StartAsync(options => options.Seed = true);
        Assert.Equal(2, harness.Emulator.Warehouses.All.Count);
        Assert.Equal(4, harness.Emulator.Warehouses.StocksOf(658_434).Count);
        Assert.Equal("True False True", Flags(await harness.AskAsync(Offices), "selected"));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using Harness harness = await StartAsync();
        EmulatedWarehouses warehouses = harness.Emulator.Warehouses;
        Assert.Throws<ArgumentException>(() => warehouses.Add(new EmulatedWarehouse { Id = -1 }));
        Assert.Throws<ArgumentException>(() => warehouses.AddOffice(new EmulatedOffice { Id = 0 }));
        Assert.Throws<ArgumentException>(() => warehouses.StocksOf(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => warehouses.ChangeTime = TimeSpan.FromTicks(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => warehouses.IgnoreNextUpdates(0));
        Assert.Throws<ArgumentException>(() => warehouses.SetStock(1, 1, 100_001));
        Assert.Null(warehouses.Find(1));
    }

    private static async Task<Harness> StartAsync()
    {
        Harness harness = await Harness.StartAsync(options => options.RateLimits = false);
        harness.Emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 15 });
        harness.Emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 16 });
        harness.Emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 31, DeliveryType = 3 });
        harness.Emulator.Warehouses.Add(new EmulatedWarehouse { Id = 7, OfficeId = 31, DeliveryType = 3 });
        return harness;
    }

    private static string Flags(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join(' ', document.RootElement.EnumerateArray().Select(row => row.GetProperty(name).GetBoolean()));
    }
}
