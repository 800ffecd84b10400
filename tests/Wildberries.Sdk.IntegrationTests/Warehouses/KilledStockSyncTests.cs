using System.Diagnostics;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Warehouses;

/// <summary>Processes that bring the stocks of one warehouse in step: one at a time, also when one is killed (kill -9) in the middle.</summary>
[Collection(nameof(RealTime))]
public sealed class KilledStockSyncTests
{
    private const int Warehouse = 7;
    private const int Sizes = 5;
    private const string Write = "PUT /api/v3/stocks/{warehouseId}";
    private const string Read = "POST /api/v3/stocks/{warehouseId}";

    [Fact(Timeout = KilledWorker.MostMilliseconds)]
    public async Task The_second_process_waits_for_the_first_and_goes_on_when_that_is_killed()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        string folder = Directory.CreateTempSubdirectory("wb-kill-").FullName;
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { RateLimits = false }, cancel);
        emulator.Warehouses.Add(new EmulatedWarehouse { Id = Warehouse });
        try
        {
            // The first one never gets the answer to what it sends.
            emulator.Faults.Next(Write, Fault.Delay(TimeSpan.FromMinutes(5)));
            using Process first = Start(emulator, folder, quantity: 3);
            await ExpectAsync(first, "compared 5");
            while (emulator.Requests.Count(Write) == 0)
                await Task.Yield();
            using Process second = Start(emulator, folder, quantity: 8);
            await ExpectAsync(second, "waiting");

            // It lives as long as the other's lease and longer, and asks nothing.
            DateTimeOffset enough = TimeProvider.System.GetUtcNow().AddSeconds(12);
            Task<string?> next = KilledWorker.ReadLineAsync(second);
            while (TimeProvider.System.GetUtcNow() < enough)
            {
                Assert.False(next.IsCompleted, "It did not wait.");
                Assert.Equal((1, 1), (emulator.Requests.Count(Read), emulator.Requests.Count(Write)));
                await Task.WhenAny(next, Task.Delay(100, cancel));
            }

            first.Kill();
            await first.WaitForExitAsync(cancel);
            Assert.Equal("compared 5", await next);
            Assert.Contains("5 changed", await KilledWorker.EndAfterAsync(second), StringComparison.Ordinal);
            Assert.All(emulator.Warehouses.StocksOf(Warehouse).Values, quantity => Assert.Equal(8, quantity));

            // What it held it gave back: the next one need not wait.
            using Process third = Start(emulator, folder, quantity: 8);
            Assert.Contains("5 unchanged", await KilledWorker.EndAfterAsync(third), StringComparison.Ordinal);
        }
        finally
        {
            KilledWorker.Delete(folder);
        }
    }

    private static Process Start(WildberriesEmulator emulator, string folder, int quantity) => KilledWorker.Start(
        "stocks", $"emulator={emulator.Address}", $"token={emulator.CreateToken()}", $"state={folder}", $"warehouse={Warehouse}", $"sizes={Sizes}", $"quantity={quantity}");

    private static async Task ExpectAsync(Process worker, string line)
    {
        while (await KilledWorker.ReadLineAsync(worker) is { } said)
        {
            if (said == line)
                return;
        }

        Assert.Fail($"It ended without \"{line}\".");
    }
}
