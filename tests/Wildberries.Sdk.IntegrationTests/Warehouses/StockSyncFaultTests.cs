using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.IntegrationTests.Warehouses;

/// <summary>Stocks are brought in step while WB fails at each of the calls: what is told of each size is true, and what passes is survived.</summary>
public sealed class StockSyncFaultTests
{
    private const long Warehouse = 7;
    private const string Read = "POST /api/v3/stocks/{warehouseId}";
    private const string Write = "PUT /api/v3/stocks/{warehouseId}";

    private static readonly Fault Nothing = Fault.Delay(TimeSpan.Zero);

    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["reset"] = Fault.Reset,
        ["reset after it was done"] = Fault.Reset.AfterOperation(),
        ["500"] = Fault.Status(500),
        ["502 after it was done"] = Fault.Status(502).AfterOperation(),
        ["503 as a page"] = Fault.Html(503),
        ["429"] = Fault.TooManyRequests(TimeSpan.FromSeconds(3)),
        ["truncated body"] = Fault.TruncatedBody,
        ["malformed JSON"] = Fault.MalformedJson,
        ["empty 200"] = Fault.Empty200(),
    };

    // Before which call of which operation it happens.
    private static readonly Dictionary<string, (string Operation, int Before)> Places = new()
    {
        ["the first read"] = (Read, 0),
        ["the second read"] = (Read, 1),
        ["the read after the first write"] = (Read, 2),
        ["the last read"] = (Read, 3),
        ["the first write"] = (Write, 0),
        ["the second write"] = (Write, 1),
    };

    public static MatrixTheoryData<string, string> Cases { get; } = new(Places.Keys, Faults.Keys);

    public static TheoryData<string> AllPlaces => [.. Places.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The clock is fast, and the machine may be slow.
    private static StockSyncOptions Patient => new() { MaxWait = null };

    // 1,500 sizes, of which 1,200 differ: two reads, two writes, each read back.
    private static Stock[] Desired => [.. Enumerable.Range(1, 1500).Select(i => new Stock { ChrtId = i, Quantity = i % 5 == 0 ? 7 : i % 2 == 0 ? 9 + (i % 30) : i % 6 })];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_passes_is_survived(string place, string fault)
    {
        await using Shop shop = await OpenAsync();
        Happen(shop, place, Faults[fault]);
        StockSyncResult result = await shop.Client.Warehouses.SyncStocksAsync(Warehouse, Desired, Patient, cancellationToken: Cancel);
        if (fault == "empty 200" && Places[place].Operation == Write)
        {
            // WB says yes, and does nothing: what is read may be old, and added pieces that do not show may be sold as well.
            Assert.NotEmpty(result.Unknown);
            Assert.All(result.Unknown, row => Assert.Equal(row.Before, row.Now));
            Assert.Equal(1200, result.Changed.Count + result.Unknown.Count);
            result = await shop.Client.Warehouses.SyncStocksAsync(Warehouse, Desired, Patient, cancellationToken: Cancel);
            Assert.True(result.IsInStep);
        }
        else
        {
            Assert.Equal((1200, 300), (result.Changed.Count, result.Unchanged.Count));
        }

        IReadOnlyDictionary<long, int> stocks = shop.Emulator.Warehouses.StocksOf(Warehouse);
        Assert.All(Desired, stock => Assert.Equal(stock.Quantity, stocks[stock.ChrtId]));
    }

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public async Task What_does_not_pass_ends_it_and_what_is_told_of_each_size_is_true(string place)
    {
        await using Shop shop = await OpenAsync();
        Happen(shop, place, Fault.Status(403));
        var failure = await Assert.ThrowsAsync<WildberriesAccessException>(() => shop.Client.Warehouses.SyncStocksAsync(Warehouse, Desired, Patient, cancellationToken: Cancel));
        StockSyncResult known = failure.GetStockSyncResult()!;
        IReadOnlyDictionary<long, int> stocks = shop.Emulator.Warehouses.StocksOf(Warehouse);
        Assert.Equal(Desired.Select(stock => stock.ChrtId), known.Rows.Select(row => row.ChrtId));
        Assert.All(known.Changed.Concat(known.Unchanged), row => Assert.Equal(row.Desired, stocks[row.ChrtId]));
        Assert.All(known.Pending, row => Assert.Equal(7, stocks[row.ChrtId]));
        Assert.Empty(known.Refused);

        // The same again ends what is left.
        StockSyncResult rest = await shop.Client.Warehouses.SyncStocksAsync(Warehouse, Desired, Patient, cancellationToken: Cancel);
        Assert.True(rest.IsInStep);
        stocks = shop.Emulator.Warehouses.StocksOf(Warehouse);
        Assert.All(Desired, stock => Assert.Equal(stock.Quantity, stocks[stock.ChrtId]));
    }

    [Theory]
    [InlineData(Read)]
    [InlineData(Write)]
    public async Task An_outage_that_lasts_ends_it_in_time_and_nothing_is_told_that_is_not_so(string operation)
    {
        await using Shop shop = await OpenAsync();
        shop.Emulator.Faults.Always(operation, Fault.Status(503));
        if (operation == Read)
        {
            var options = new StockSyncOptions { MaxWait = TimeSpan.FromSeconds(20) };
            var failure = await Assert.ThrowsAnyAsync<WildberriesApiException>(
                () => shop.Client.Warehouses.SyncStocksAsync(Warehouse, Desired, options, cancellationToken: Cancel));

            // On a slow machine the time is over before the first request.
            Assert.True(failure is WildberriesServerException or WildberriesTimeoutException);
            StockSyncResult known = failure.GetStockSyncResult()!;
            Assert.Equal(known.Rows, known.Pending);
            return;
        }

        // Writes that WB fails to answer are looked at and tried again, not for ever.
        StockSyncResult result = await shop.Client.Warehouses.SyncStocksAsync(Warehouse, Desired, Patient, cancellationToken: Cancel);
        Assert.Equal((1200, 300), (result.Unknown.Count, result.Unchanged.Count));
        Assert.All(shop.Emulator.Warehouses.StocksOf(Warehouse).Values, quantity => Assert.Equal(7, quantity));
        Assert.InRange(shop.Emulator.Requests.Count(Write), 2, 6);
    }

    private static void Happen(Shop shop, string place, Fault fault)
    {
        (string operation, int before) = Places[place];
        for (int i = 0; i < before; i++)
            shop.Emulator.Faults.Next(operation, Nothing);
        shop.Emulator.Faults.Next(operation, fault);
    }

    private static async Task<Shop> OpenAsync()
    {
        Shop shop = await Shop.OpenAsync(clock: new FastClock(200), emulator: options => options.RateLimits = false, sdk: (options, _) => options.Retry.MaxRetries = 1);
        shop.Emulator.Warehouses.Add(new EmulatedWarehouse { Id = Warehouse });
        for (int i = 1; i <= 1500; i++)
            shop.Emulator.Warehouses.SetStock(Warehouse, i, 7);
        return shop;
    }
}
