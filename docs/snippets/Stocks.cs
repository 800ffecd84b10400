using Wildberries.Sdk;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Warehouses;

namespace Snippets;

public static class Stocks
{
    public static async Task SyncAsync(IWildberriesClient wb, long warehouseId, CancellationToken stop)
    {
        // <sync>
        Stock[] stocks =
        [
            new Stock { ChrtId = 330114601, Quantity = 12 },
            new Stock { ChrtId = 330114602, Quantity = 0 },
        ];
        StockSyncResult result = await wb.Warehouses.SyncStocksAsync(warehouseId, stocks, cancellationToken: stop);
        Console.WriteLine(result);
        foreach (StockSyncRow row in result.Refused.Concat(result.Unknown))
            Console.WriteLine($"{row.ChrtId}: {row.Reason}");
        // </sync>
    }

    public static async Task DryRunAsync(IWildberriesClient wb, long warehouseId, IReadOnlyList<Stock> stocks, CancellationToken stop)
    {
        // <dry-run>
        var look = new StockSyncOptions { DryRun = true };
        StockSyncResult result = await wb.Warehouses.SyncStocksAsync(warehouseId, stocks, look, cancellationToken: stop);
        foreach (StockSyncRow row in result.Pending)
            Console.WriteLine($"{row.ChrtId}: {row.Before ?? 0} would become {row.Desired}");
        // </dry-run>
    }

    public static async Task ZeroAsync(IWildberriesClient wb, long warehouseId, IReadOnlyList<Stock> stocks, IEnumerable<long> allMySizes, CancellationToken stop)
    {
        // <zero>
        var options = new StockSyncOptions { AllSizes = allMySizes };
        StockSyncResult result = await wb.Warehouses.SyncStocksAsync(warehouseId, stocks, options, cancellationToken: stop);
        // </zero>
        Console.WriteLine(result);
    }

    public static async Task ByKeyAsync(
        IWildberriesClient wb, long warehouseId, IEnumerable<(string Barcode, int Pieces)> counted, CancellationToken stop)
    {
        // <by-key>
        var sizes = SizeIndex.Create(
        [
            new SizeKeys { ChrtId = 330114601, NmId = 204518733, Article = "sweater", Barcodes = ["2042688657617"] },
            new SizeKeys { ChrtId = 330114602, NmId = 204518733, Article = "sweater", Barcodes = ["2042688657624", "4600000000017"] },
        ]);
        StockResolution stocks = sizes.Resolve(
            counted.Select(row => new StockTarget { Key = StockKey.OfBarcode(row.Barcode), Quantity = row.Pieces }));
        foreach (UnresolvedStock row in stocks.Unresolved)
            Console.WriteLine($"{row.Target.Key}: {row.Fault}, may be {string.Join(", ", row.ChrtIds)}");
        StockSyncResult result = await wb.Warehouses.SyncStocksAsync(warehouseId, stocks, cancellationToken: stop);
        // </by-key>
        Console.WriteLine(result);
    }

    public static async Task ProgressAsync(IWildberriesClient wb, long warehouseId, IReadOnlyList<Stock> stocks, CancellationToken stop)
    {
        // <progress>
        var progress = new Progress<StockSyncProgress>(known => Console.WriteLine(known));
        var options = new StockSyncOptions { MaxWait = TimeSpan.FromMinutes(30) };
        StockSyncResult result = await wb.Warehouses.SyncStocksAsync(warehouseId, stocks, options, progress, stop);
        // </progress>
        Console.WriteLine(result);
    }

    public static async Task LeaseAsync(IWildberriesClient wb, long warehouseId, IReadOnlyList<Stock> stocks, IStateStore shared, CancellationToken stop)
    {
        // <lease>
        var options = new StockSyncOptions { LeaseStore = shared };
        StockSyncResult result = await wb.Warehouses.SyncStocksAsync(warehouseId, stocks, options, cancellationToken: stop);
        // </lease>
        Console.WriteLine(result);
    }

    public static async Task InterruptedAsync(IWildberriesClient wb, long warehouseId, IReadOnlyList<Stock> stocks, CancellationToken stop)
    {
        // <interrupted>
        try
        {
            await wb.Warehouses.SyncStocksAsync(warehouseId, stocks, cancellationToken: stop);
        }
        catch (WildberriesApiException exception) when (exception.GetStockSyncResult() is { } known)
        {
            Console.WriteLine($"{exception.Message} {known}");
        }
        // </interrupted>
    }

    public static async Task RawAsync(IWildberriesClient wb, long warehouseId, CancellationToken stop)
    {
        // <raw>
        try
        {
            await wb.Warehouses.UpdateStocksAsync(
                warehouseId, new StocksRequest { Stocks = [new Stock { ChrtId = 330114601, Quantity = 12 }] }, stop);
        }
        catch (WildberriesConflictException exception)
        {
            foreach (RefusedStock row in exception.GetRefusedStocks())
                Console.WriteLine($"{row.ChrtId} {row.Barcode}: {row.Code}");
        }
        // </raw>
    }
}
