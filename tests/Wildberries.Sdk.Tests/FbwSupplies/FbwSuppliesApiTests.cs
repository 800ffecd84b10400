using Wildberries.Sdk.FbwSupplies;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.FbwSupplies;

public sealed class FbwSuppliesApiTests
{
    private const string Draft = "3e2c9c1a-9a3d-4a7e-8f00-0f1f2f3f4f5f";

    private static readonly Dictionary<string, Func<IFbwSuppliesApi, Task>> Objects = new()
    {
        ["GET /ping"] = api => api.PingAsync(),
        ["""POST /api/v1/acceptance/options?warehouseID=507 [{"barcode":"b","quantity":7}]"""] = api => api.GetAcceptanceOptionsAsync([new() { Barcode = "b", Quantity = 7 }], 507),
        ["GET /api/v1/supplies/26596368"] = api => api.GetSupplyAsync(26596368),
        ["GET /api/v1/supplies/34601223?isPreorderID=true"] = api => api.GetSupplyAsync(34601223, true),
        ["GET /api/supplies/v1/discrepancies/26596368"] = api => api.GetDiscrepanciesAsync(26596368),
        ["GET /api/supplies/v1/drafts?limit=10&offset=20&sort=updateDt&order=desc"] = api => api.GetDraftsAsync(10, 20, SupplyDraftSort.UpdatedAt, SupplyDraftOrder.Descending),
        ["POST /api/supplies/v1/drafts"] = api => api.CreateEmptyDraftAsync(),
        [$"DELETE /api/supplies/v1/drafts/{Draft}"] = api => api.DeleteDraftAsync(Draft),
        [$"GET /api/supplies/v1/drafts/{Draft}/items"] = api => api.GetDraftItemsAsync(Draft),
        [$$"""POST /api/supplies/v1/drafts/{{Draft}}/items {"items":[{"sku":"b","quantity":7}]}"""] = api => api.AddDraftItemsAsync(Draft, new() { Items = [Item("b", 7)] }),
        [$$"""DELETE /api/supplies/v1/drafts/{{Draft}}/items {"skus":["b"]}"""] = api => api.DeleteDraftItemsAsync(Draft, new() { Skus = ["b"] }),
    };

    private static readonly Dictionary<string, Func<IFbwSuppliesApi, Task>> Lists = new()
    {
        ["GET /api/v1/warehouses"] = api => api.GetWarehousesAsync(),
        ["GET /api/v1/transit-tariffs"] = api => api.GetTransitTariffsAsync(),
        ["POST /api/v1/supplies {}"] = api => api.GetSuppliesAsync(new()),
        ["""POST /api/v1/supplies?limit=1000&offset=5 {"dates":[{"type":"factDate","from":"2024-03-04","till":"2025-03-24"}],"statusIDs":[5,6]}"""] = api => api.GetSuppliesAsync(
            new()
            {
                Dates = [new() { Type = FbwSupplyDateType.Actual, From = new(2024, 3, 4), Till = new(2025, 3, 24) }],
                Statuses = [FbwSupplyStatus.Accepted, FbwSupplyStatus.UnloadedAtGate],
            },
            1000,
            5),
        ["GET /api/v1/supplies/1/goods?limit=1000&offset=0&isPreorderID=false"] = api => api.GetProductsAsync(1, 1000, 0, false),
        ["GET /api/v1/supplies/1/package"] = api => api.GetPackagesAsync(1),
    };

    private static readonly Dictionary<string, Func<IFbwSuppliesApi, Task>> Refused = new()
    {
        ["products: none"] = api => api.GetAcceptanceOptionsAsync([]),
        ["products: no units"] = api => api.GetAcceptanceOptionsAsync([new() { Barcode = "b", Quantity = 0 }]),
        ["filter: ends before it begins"] = api => api.GetSuppliesAsync(new() { Dates = [new() { Type = FbwSupplyDateType.Created, From = new(2026, 2, 1), Till = new(2026, 1, 1) }] }),
        ["limit: more than WB gives"] = api => api.GetSuppliesAsync(new(), 1001),
        ["id: no number"] = api => api.GetSupplyAsync(0),
        ["supplyId: no number"] = api => api.GetDiscrepanciesAsync(-1),
        ["draftId: blank"] = api => api.GetDraftItemsAsync(" "),
        ["request: nothing to add"] = api => api.AddDraftItemsAsync(Draft, new() { Items = [] }),
        ["request: a barcode twice"] = api => api.AddDraftItemsAsync(Draft, new() { Items = [Item("b", 1), Item("b", 2)] }),
        ["request: too many units"] = api => api.AddDraftItemsAsync(Draft, new() { Items = [Item("b", 1_000_000)] }),
        ["request: too many products"] = api => api.AddDraftItemsAsync(Draft, new() { Items = [.. Enumerable.Range(0, 1001).Select(i => Item($"b{i}", 1))] }),
        ["request: nothing to take out"] = api => api.DeleteDraftItemsAsync(Draft, new() { Skus = [] }),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> ExpectedObjects => [.. Objects.Keys];

    public static TheoryData<string> ExpectedLists => [.. Lists.Keys];

    public static TheoryData<string> RefusedCalls => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(ExpectedObjects))]
    public Task Each_call_that_is_answered_with_an_object_asks_for_exactly_this(string expected) => AskAsync(Objects[expected], expected, "{}");

    [Theory]
    [MemberData(nameof(ExpectedLists))]
    public Task Each_call_that_is_answered_with_a_list_asks_for_exactly_this(string expected) => AskAsync(Lists[expected], expected, "[]");

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task What_WB_would_refuse_costs_no_request(string what)
    {
        using var wb = new FakeWildberries();
        Exception? refusal = await Record.ExceptionAsync(() => Refused[what](wb.Client.FbwSupplies));
        var argument = Assert.IsType<ArgumentException>(refusal, exactMatch: false);
        Assert.Equal(what[..what.IndexOf(':')], argument.ParamName);
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task Supplies_and_orders_of_supplies_come_once_each_and_a_phone_number_is_not_shown()
    {
        using var host = new FakeHost<IFbwSuppliesApi>(FbwSuppliesJsonContext.Default, """
            [{"phone":"+7 916 *** 44 44","supplyID":null,"preorderID":7,"statusID":1,"boxTypeID":1},
             {"supplyID":7,"preorderID":8,"statusID":2,"createDate":"2024-12-29T16:57:59+03:00"},
             {"supplyID":7,"preorderID":8,"statusID":2}]
            """);
        List<FbwSupply> supplies = [];
        await foreach (FbwSupply supply in host.Api.StreamSuppliesAsync(cancellationToken: Cancel))
            supplies.Add(supply);
        Assert.Equal([(7L, true), (7L, false)], supplies.Select(supply => (supply.Id, supply.IsPreorder)));
        Assert.DoesNotContain("916", supplies[0].ToString(), StringComparison.Ordinal);
        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task Rows_of_one_barcode_all_come()
    {
        using var host = new FakeHost<IFbwSuppliesApi>(FbwSuppliesJsonContext.Default, """[{"barcode":"b","quantity":1},{"barcode":"b","quantity":1},{"barcode":"c"}]""");
        List<string?> barcodes = [];
        await foreach (FbwSupplyProduct product in host.Api.StreamProductsAsync(1, cancellationToken: Cancel))
            barcodes.Add(product.Barcode);
        Assert.Equal(["b", "b", "c"], barcodes);
    }

    [Fact]
    public async Task A_success_without_refusals_means_that_all_were_added()
    {
        using var host = new FakeHost<IFbwSuppliesApi>(FbwSuppliesJsonContext.Default, """{"results":[]}""");
        IReadOnlyList<DraftItemResult> results = await host.Api.AddItemsAsync(Draft, [Item("a", 1), Item("b", 2)], Cancel);
        Assert.Equal([DraftItemOutcome.Added, DraftItemOutcome.Added], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task A_success_with_a_refusal_means_that_none_was_added()
    {
        using var host = new FakeHost<IFbwSuppliesApi>(
            FbwSuppliesJsonContext.Default, """{"results":[{"sku":"b","error":{"title":"not found","detail":"barcode b is not found"}}]}""");
        IReadOnlyList<DraftItemResult> results = await host.Api.AddItemsAsync(Draft, [Item("a", 1), Item("b", 2)], Cancel);
        Assert.Equal([DraftItemOutcome.NotAdded, DraftItemOutcome.Refused], results.Select(result => result.Outcome));
        Assert.Equal("barcode b is not found", results[1].Error?.Detail);
    }

    private static NewDraftItem Item(string sku, int quantity) => new() { Sku = sku, Quantity = quantity };

    private static async Task AskAsync(Func<IFbwSuppliesApi, Task> call, string expected, string answer)
    {
        using var host = new FakeHost<IFbwSuppliesApi>(FbwSuppliesJsonContext.Default, answer);
        await call(host.Api);
        Assert.Equal([expected], host.Requests.Select(request => Uri.UnescapeDataString(request).TrimEnd()));
    }
}
