using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Tests.Warehouses;

/// <summary>What is looked at before a warehouse is created or changed.</summary>
public sealed class WarehouseHelperTests : IDisposable
{
    private const string Phone = "+79998887766";
    private const string Warehouses = "GET /api/v3/warehouses";
    private const string Offices = "GET /api/v3/offices";

    private readonly FakeHost<IWarehousesApi> _host;
    private string _contacts = $$"""{"contacts":[{"comment":"a","phone":"{{Phone}}"}]}""";
    private string _created = """{"id":8}""";
    private string _warehouse = """{"id":7,"name":"Main","officeId":15,"cargoType":1}""";

    public WarehouseHelperTests() => _host = new FakeHost<IWarehousesApi>(WarehousesJsonContext.Default, request => request switch
    {
        { Method.Method: "GET", RequestUri.AbsolutePath: "/api/v3/offices" } => """[{"id":15,"name":"Коледино","selected":true},{"id":16,"selected":false},null]""",
        { Method.Method: "GET", RequestUri.AbsolutePath: "/api/v3/warehouses" } => $"[{_warehouse}]",
        { Method.Method: "GET" } => _contacts,
        { Method.Method: "POST" } => _created,
        _ => "",
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_warehouse_is_created_where_its_office_is_free()
    {
        Assert.Equal(8, await _host.Api.CreateWarehouseAsync("New", 16, Cancel));
        Assert.Equal([Offices, """POST /api/v3/warehouses {"name":"New","officeId":16}"""], _host.Requests);
    }

    [Fact]
    public async Task An_office_that_is_taken_or_unknown_and_a_bad_name_are_refused_before_WB_does()
    {
        var taken = await Assert.ThrowsAsync<WildberriesConflictException>(() => _host.Api.CreateWarehouseAsync("New", 15, Cancel));
        Assert.Contains("15 (Коледино)", taken.Message, StringComparison.Ordinal);
        Assert.Equal(("Warehouses.CreateWarehouse", Delivery.NotSent, false), (taken.Operation, taken.Delivery, taken.IsTransient));
        var unknown = await Assert.ThrowsAsync<WildberriesNotFoundException>(() => _host.Api.CreateWarehouseAsync("New", 99, Cancel));
        Assert.Contains("no office 99", unknown.Message, StringComparison.Ordinal);
        Assert.Equal([Offices, Offices], _host.Requests);
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Api.CreateWarehouseAsync(" ", 16, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Api.RenameWarehouseAsync(7, new string('a', 201), Cancel));
        Assert.Equal(2, _host.Requests.Count);
    }

    [Fact]
    public async Task A_new_name_keeps_the_office_and_a_new_office_the_name()
    {
        await _host.Api.RenameWarehouseAsync(7, "Other", Cancel);
        Assert.True(await _host.Api.ChangeOfficeAsync(7, 16, cancellationToken: Cancel));
        Assert.Equal(
            [Warehouses, """PUT /api/v3/warehouses/7 {"name":"Other","officeId":15}""", Warehouses, Offices, """PUT /api/v3/warehouses/7 {"name":"Main","officeId":16}"""],
            _host.Requests);
    }

    [Fact]
    public async Task What_is_so_already_is_not_sent()
    {
        await _host.Api.RenameWarehouseAsync(7, "Main", Cancel);
        Assert.False(await _host.Api.ChangeOfficeAsync(7, 15, cancellationToken: Cancel));
        Assert.Equal([Warehouses, Warehouses], _host.Requests);
    }

    [Theory]
    [InlineData("""{"id":7,"name":"a","officeId":15,"cargoType":2}""", "oversized")]
    [InlineData("""{"id":7,"name":"a","officeId":15,"isProcessing":true}""", "working on it")]
    [InlineData("""{"id":7,"name":"a","officeId":15,"isDeleting":true,"isProcessing":true}""", "being deleted")]
    [InlineData("""{"id":7}""", "does not tell")]
    public async Task A_warehouse_that_WB_does_not_change_is_refused_before_WB_does(string json, string words)
    {
        _warehouse = json;
        var rename = await Assert.ThrowsAsync<WildberriesConflictException>(() => _host.Api.RenameWarehouseAsync(7, "Other", Cancel));
        var move = await Assert.ThrowsAsync<WildberriesConflictException>(() => _host.Api.ChangeOfficeAsync(7, 16, cancellationToken: Cancel));
        Assert.Contains(words, rename.Message, StringComparison.Ordinal);
        Assert.Contains(words, move.Message, StringComparison.Ordinal);
        Assert.Equal(Delivery.NotSent, move.Delivery);
        Assert.DoesNotContain(_host.Requests, request => request.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_sellers_warehouse_is_none()
    {
        var exception = await Assert.ThrowsAsync<WildberriesNotFoundException>(() => _host.Api.RenameWarehouseAsync(9, "Other", Cancel));
        Assert.Contains("no warehouse 9", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_changes_once_a_day()
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        var exception = await Assert.ThrowsAsync<WildberriesConflictException>(() => _host.Api.ChangeOfficeAsync(7, 16, now.AddHours(-23), Cancel));
        Assert.Contains("once a day", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_host.Requests);
        Assert.True(await _host.Api.ChangeOfficeAsync(7, 16, now.AddHours(-25), Cancel));
    }

    [Fact]
    public async Task Contacts_that_are_there_are_not_lost_and_those_that_stay_are_not_sent()
    {
        Assert.True(await _host.Api.ChangeContactsAsync(7, contacts => [.. contacts, new WarehouseContact { Phone = "+37411222333" }], Cancel));
        Assert.False(await _host.Api.ChangeContactsAsync(7, contacts => contacts, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Api.ChangeContactsAsync(7, _ => [new WarehouseContact { Phone = "1" }], Cancel));
        const string Get = "GET /api/v3/dbw/warehouses/7/contacts";
        Assert.Equal(
            [
                Warehouses, Get, """PUT /api/v3/dbw/warehouses/7/contacts {"contacts":[{"comment":"a","phone":"\u002B79998887766"},{"phone":"\u002B37411222333"}]}""",
                Warehouses, Get, Warehouses, Get,
            ],
            _host.Requests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_warehouse_that_no_courier_comes_to_has_no_contacts(int deliveryType)
    {
        _warehouse = $$"""{"id":7,"deliveryType":{{deliveryType}}}""";
        var none = await Assert.ThrowsAsync<WildberriesConflictException>(() => _host.Api.ChangeContactsAsync(7, contacts => contacts, Cancel));
        Assert.Equal(("Warehouses.SetContacts", Delivery.NotSent), (none.Operation, none.Delivery));
        Assert.Contains("couriers do not come", none.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<WildberriesNotFoundException>(() => _host.Api.ChangeContactsAsync(9, contacts => contacts, Cancel));
        Assert.Equal([Warehouses, Warehouses], _host.Requests);
    }

    [Theory]
    [InlineData("""{"contacts":[{"comment":"a","phone":"+79998887766"},null]}""")]
    [InlineData("""{"contacts":[{"comment":"a","phone":{}}]}""")]
    [InlineData("""{"contacts":[{"comment":"a","phone":"+79998887766"},"b"]}""")]
    public async Task A_contact_that_cannot_be_read_is_not_lost(string contacts)
    {
        _contacts = contacts;
        var unread = await Assert.ThrowsAsync<WildberriesResponseException>(() => _host.Api.ChangeContactsAsync(7, _ => [new WarehouseContact { Phone = Phone }], Cancel));
        Assert.Contains("cannot be read", unread.Message, StringComparison.Ordinal);
        Assert.Equal(Delivery.NotSent, unread.Delivery);
        Assert.DoesNotContain(_host.Requests, request => request.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_warehouse_without_a_number_is_no_warehouse()
    {
        _created = "{}";
        var unnamed = await Assert.ThrowsAsync<WildberriesResponseException>(() => _host.Api.CreateWarehouseAsync("New", 16, Cancel));
        Assert.Equal(("Warehouses.CreateWarehouse", Delivery.Answered), (unnamed.Operation, unnamed.Delivery));
    }

    [Fact]
    public async Task Only_a_warehouse_that_is_there_is_deleted()
    {
        Assert.True(await _host.Api.TryDeleteWarehouseAsync(7, Cancel));
        Assert.False(await _host.Api.TryDeleteWarehouseAsync(9, Cancel));
        _warehouse = """{"id":7,"isDeleting":true}""";
        Assert.False(await _host.Api.TryDeleteWarehouseAsync(7, Cancel));
        Assert.Equal([Warehouses, "DELETE /api/v3/warehouses/7", Warehouses, Warehouses], _host.Requests);
    }

    [Fact]
    public async Task A_warehouse_is_waited_for_by_the_clients_clock()
    {
        using var wb = new FakeWildberries();
        foreach (string json in new[] { """[{"id":7,"isProcessing":true}]""", """[{"id":7,"isDeleting":true}]""", """[{"id":1,"isProcessing":true},{"id":7,"name":"Main"}]""" })
            wb.Answer(System.Net.HttpStatusCode.OK, json);
        Assert.Equal("Main", (await wb.Elapse(wb.Client.Warehouses.WaitUntilReadyAsync(7, cancellationToken: Cancel))).Name);
        Assert.Equal([5, 10], wb.Arrivals.Zip(wb.Arrivals.Skip(1), (one, next) => Math.Round((next.At - one.At).TotalSeconds)));

        // What cannot be read is no "ready".
        foreach (string json in new[] { """[{"id":7,"isProcessing":"soon"}]""", """[{"id":7,"isDeleting":[]}]""", """[{"id":7,"name":"Read"}]""" })
            wb.Answer(System.Net.HttpStatusCode.OK, json);
        Assert.Equal("Read", (await wb.Elapse(wb.Client.Warehouses.WaitUntilReadyAsync(7, cancellationToken: Cancel))).Name);

        // The last look is when the time is over.
        wb.Answer(System.Net.HttpStatusCode.OK, """[{"id":7,"isProcessing":true}]""");
        wb.Answer(System.Net.HttpStatusCode.OK, """[{"id":7,"isProcessing":true}]""");
        await Assert.ThrowsAsync<WildberriesTimeoutException>(() => wb.Elapse(wb.Client.Warehouses.WaitUntilReadyAsync(7, TimeSpan.FromSeconds(1), Cancel)));
        wb.Answer(System.Net.HttpStatusCode.OK, "[]");
        await Assert.ThrowsAsync<WildberriesNotFoundException>(() => wb.Elapse(wb.Client.Warehouses.WaitUntilReadyAsync(7, cancellationToken: Cancel)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => wb.Client.Warehouses.WaitUntilReadyAsync(7, TimeSpan.FromDays(2), Cancel));
    }

    public void Dispose() => _host.Dispose();
}
