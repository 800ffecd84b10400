using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.IntegrationTests.Warehouses;

/// <summary>Stocks and warehouses over the wire, from a key in one's own books to what WB refuses.</summary>
public sealed class StockFlowTests
{
    private const long Warehouse = 658_434;

    // The clock is fast, and the machine may be slow.
    private static StockSyncOptions Patient => new() { MaxWait = null };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stocks_by_barcode_are_brought_in_step_and_what_WB_refuses_is_told()
    {
        await using Shop shop = await OpenAsync();
        EmulatedWarehouses warehouses = shop.Emulator.Warehouses;
        var sizes = SizeIndex.Create(Enumerable.Range(1, 6).Select(i => new SizeKeys { ChrtId = i, NmId = i < 3 ? 100 : 100 + i, Article = $"art-{i}", Barcodes = [$"B{i}"] }));
        warehouses.SetStock(Warehouse, 6, 9);
        warehouses.Refuse(3, "CargoWarehouseRestrictionKGTPlus");
        warehouses.Refuse(4, "DeliveryTypeRestriction", barcode: "B4");
        StockResolution resolution = sizes.Resolve(
        [
            new StockTarget { Key = StockKey.OfBarcode("B1"), Quantity = 5 },
            new StockTarget { Key = StockKey.OfBarcode("B3"), Quantity = 6 },
            new StockTarget { Key = StockKey.OfBarcode("B4"), Quantity = 7 },
            new StockTarget { Key = StockKey.OfArticle("art-5"), Quantity = 8 },
            new StockTarget { Key = StockKey.OfNmId(106), Quantity = 0 },
            new StockTarget { Key = StockKey.OfNmId(100), Quantity = 4 },
        ]);
        StockSyncResult result = await shop.Client.Warehouses.SyncStocksAsync(Warehouse, resolution, Patient, cancellationToken: Cancel);
        Assert.Equal([1, 5, 6], result.Changed.Select(row => row.ChrtId));
        Assert.Equal(
            [
                (3, "CargoWarehouseRestrictionKGTPlus: The selected warehouse is not suitable for these goods."),
                (4, "DeliveryTypeRestriction: This product category is not available for sale under this delivery type."),
            ],
            result.Refused.Select(row => (row.ChrtId, row.Reason!)));
        Assert.Equal((StockKeyFault.Ambiguous, "1,2"), (Assert.Single(result.Unresolved).Fault, string.Join(',', result.Unresolved[0].ChrtIds)));
        Assert.Equal([(1, 5), (5, 8), (6, 0)], warehouses.StocksOf(Warehouse).Select(stock => (stock.Key, stock.Value)).Order());

        // Read, refused, the rest read twice and sent, read back.
        Assert.Equal([200, 409, 200, 200, 204, 200], shop.Emulator.Requests.All.Select(request => request.Status ?? 0));
    }

    [Fact]
    public async Task While_WB_moves_a_warehouse_its_stocks_wait()
    {
        var clock = new FastClock(200);
        await using Shop shop = await OpenAsync(clock);
        shop.Emulator.Warehouses.ChangeTime = TimeSpan.FromMinutes(3);
        shop.Emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 15 });
        shop.Emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 16 });
        Assert.True(await shop.Client.Warehouses.ChangeOfficeAsync(Warehouse, 16, cancellationToken: Cancel));
        StockSyncResult result = await shop.Client.Warehouses.SyncStocksAsync(Warehouse, [new Stock { ChrtId = 1, Quantity = 5 }], Patient, cancellationToken: Cancel);
        Assert.True(result.IsInStep);
        Assert.Equal(1, shop.Emulator.Requests.All.Count(request => request.Status == 406));
        Assert.False((await shop.Client.Warehouses.WaitUntilReadyAsync(Warehouse, TimeSpan.FromDays(1), Cancel)).IsProcessing);

        // The next move would be the second one within a day: whoever knows spares WB's refusal.
        var known = await Assert.ThrowsAsync<WildberriesConflictException>(
            () => shop.Client.Warehouses.ChangeOfficeAsync(Warehouse, 15, changedAt: clock.GetUtcNow().AddHours(-1), cancellationToken: Cancel));
        Assert.Equal(Delivery.NotSent, known.Delivery);
        var refused = await Assert.ThrowsAsync<WildberriesConflictException>(() => shop.Client.Warehouses.ChangeOfficeAsync(Warehouse, 15, cancellationToken: Cancel));
        Assert.Equal(Delivery.Refused, refused.Delivery);
    }

    [Fact]
    public async Task A_hundred_thousand_sizes_take_the_calls_that_the_batches_need_and_no_refusal()
    {
        await using Shop shop = await OpenAsync();
        for (int i = 1; i <= 100_000; i++)
            shop.Emulator.Warehouses.SetStock(Warehouse, i, i % 50);
        StockSyncResult result = await shop.Client.Warehouses.SyncStocksAsync(
            Warehouse, Enumerable.Range(1, 100_000).Select(i => new Stock { ChrtId = i, Quantity = i % 100 == 0 ? 60 : i % 50 }), Patient, cancellationToken: Cancel);
        Assert.Equal((1000, 99_000), (result.Changed.Count, result.Unchanged.Count));
        Assert.Equal(102, shop.Emulator.Requests.All.Count);
        Assert.All(shop.Emulator.Requests.All, request => Assert.True(request.Status is 200 or 204, request.ToString()));
    }

    [Fact]
    public async Task Sales_in_the_middle_are_not_undone()
    {
        await using Shop shop = await OpenAsync();
        EmulatedWarehouses warehouses = shop.Emulator.Warehouses;
        warehouses.SetStock(Warehouse, 1, 2);
        warehouses.SetStock(Warehouse, 2, 9);
        var told = new Told(progress =>
        {
            // Between what was read and what is sent.
            if (progress is { Different: 2, Settled: 0 })
                warehouses.Sell(Warehouse, 2, 3);
        });
        StockSyncResult result = await shop.Client.Warehouses.SyncStocksAsync(
            Warehouse, [new Stock { ChrtId = 1, Quantity = 5 }, new Stock { ChrtId = 2, Quantity = 4 }], Patient, told, cancellationToken: Cancel);
        Assert.Equal(2, result.Changed.Count);
        warehouses.Sell(Warehouse, 1, 4);
        result = await shop.Client.Warehouses.SyncStocksAsync(Warehouse, [new Stock { ChrtId = 1, Quantity = 1 }, new Stock { ChrtId = 2, Quantity = 4 }], Patient, cancellationToken: Cancel);
        Assert.Equal(2, result.Unchanged.Count);
    }

    [Fact]
    public async Task A_warehouse_is_created_gets_contacts_and_is_deleted()
    {
        await using Shop shop = await OpenAsync();
        shop.Emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 31, DeliveryType = 3 });
        IWarehousesApi api = shop.Client.Warehouses;
        long id = await api.CreateWarehouseAsync("Для курьеров", 31, Cancel);
        await Assert.ThrowsAsync<WildberriesConflictException>(() => api.CreateWarehouseAsync("Второй", 31, Cancel));
        await api.RenameWarehouseAsync(id, "Курьерам", Cancel);
        Assert.True(await api.ChangeContactsAsync(id, _ => [new WarehouseContact { Phone = "+79998887766", Comment = "Пётр" }], Cancel));
        Assert.True(await api.ChangeContactsAsync(id, contacts => [.. contacts, new WarehouseContact { Phone = "+37411222333" }], Cancel));
        Assert.Equal(["+79998887766", "+37411222333"], shop.Emulator.Warehouses.ContactPhones(id));
        await api.DeleteWarehouseAsync(id, Cancel);
        Assert.DoesNotContain(shop.Emulator.Requests.All, request => request.Status >= 400);
        var gone = await Assert.ThrowsAsync<WildberriesNotFoundException>(() => api.WaitUntilReadyAsync(id, cancellationToken: Cancel));
        Assert.Contains($"no warehouse {id}", gone.Message, StringComparison.Ordinal);
    }

    private static async Task<Shop> OpenAsync(FastClock? clock = null)
    {
        Shop shop = await Shop.OpenAsync(clock: clock ?? new FastClock(200), emulator: options => options.RateLimits = false);
        shop.Emulator.Warehouses.Add(new EmulatedWarehouse { Id = Warehouse, Name = "Основной", OfficeId = 15 });
        return shop;
    }

    private sealed class Told(Action<StockSyncProgress> report) : IProgress<StockSyncProgress>
    {
        public void Report(StockSyncProgress value) => report(value);
    }
}
