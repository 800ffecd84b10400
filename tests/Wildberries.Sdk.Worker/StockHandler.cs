using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Worker;

/// <summary>
/// Brings the stocks of one warehouse in step, once, with a lease in a folder: every size from 1 to "sizes" to "quantity". Says "waiting", "compared N" and what came of
/// it. Settings: emulator, token, state (a folder), warehouse, sizes, quantity.
/// </summary>
internal static class StockHandler
{
    public static async Task<int> RunAsync(Dictionary<string, string> settings)
    {
        var services = new ServiceCollection();
        services.AddWildberries(options =>
        {
            options.EmulatorAddress = new Uri(settings["emulator"]);
            options.Token = settings["token"];
            options.AttemptTimeout = TimeSpan.FromMinutes(10);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        _ = Input.EndAsync().ContinueWith(_ => stop.Cancel(), TaskScheduler.Default);
        var options = new StockSyncOptions
        {
            LeaseStore = new FileStateStore(settings["state"]),
            LeaseDuration = TimeSpan.FromSeconds(10),
            PollInterval = TimeSpan.FromMilliseconds(100),
        };
        Console.WriteLine("waiting");
        try
        {
            StockSyncResult result = await provider.GetRequiredService<IWildberriesClient>().Warehouses.SyncStocksAsync(
                Number("warehouse"),
                Enumerable.Range(1, Number("sizes")).Select(i => new Stock { ChrtId = i, Quantity = Number("quantity") }),
                options,
                new Told(),
                stop.Token);
            Console.WriteLine(result);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("cancelled");
        }

        return 0;

        int Number(string name) => int.Parse(settings[name], CultureInfo.InvariantCulture);
    }

    private sealed class Told : IProgress<StockSyncProgress>
    {
        public void Report(StockSyncProgress value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"compared {value.Compared}"));
    }
}
