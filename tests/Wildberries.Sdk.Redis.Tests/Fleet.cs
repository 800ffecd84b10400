using System.Diagnostics;
using System.Globalization;

namespace Wildberries.Sdk.Redis.Tests;

/// <summary>Several processes of one seller.</summary>
internal sealed class Fleet : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(10);

    private readonly List<Process> _workers = [];

    private Fleet()
    {
    }

    /// <summary>Starts processes, and returns when each of them has made its first call.</summary>
    /// <param name="shop">The shop that they call; they all get a token of the same seller.</param>
    /// <param name="redis">Where they count.</param>
    /// <param name="count">How many processes.</param>
    /// <param name="callers">How many callers in each.</param>
    /// <param name="interval">The interval of the limit.</param>
    /// <param name="burst">The burst of the limit.</param>
    /// <param name="more">More arguments of a process.</param>
    public static async Task<Fleet> StartAsync(
        RedisShop shop, RedisServer redis, int count, int callers, TimeSpan interval, int burst, Func<int, string[]>? more = null)
    {
        var fleet = new Fleet();
        try
        {
            for (int worker = 0; worker < count; worker++)
            {
                var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
                foreach (string argument in (string[])
                [
                    Path.Combine(AppContext.BaseDirectory, "Wildberries.Sdk.Worker.dll"),
                    "callers",
                    $"emulator={shop.Emulator.Address}",
                    $"redis={redis.Address}",
                    $"token={shop.Emulator.CreateToken()}",
                    $"warmup={shop.Emulator.CreateToken(sellerId: Guid.NewGuid().ToString())}",
                    string.Create(CultureInfo.InvariantCulture, $"callers={callers}"),
                    string.Create(CultureInfo.InvariantCulture, $"interval={(int)interval.TotalMilliseconds}"),
                    string.Create(CultureInfo.InvariantCulture, $"burst={burst}"),
                    .. more?.Invoke(worker) ?? [],
                ])
                {
                    start.ArgumentList.Add(argument);
                }

                fleet._workers.Add(Process.Start(start)!);
            }

            foreach (Process worker in fleet._workers)
                await ExpectAsync(worker, "ready");
            return fleet;
        }
        catch
        {
            fleet.Dispose();
            throw;
        }
    }

    public void Go()
    {
        foreach (Process worker in _workers)
            worker.StandardInput.WriteLine("go");
    }

    /// <summary>Waits until a process says that it holds a permit which it has not used.</summary>
    public Task HoldsAsync(int worker) => ExpectAsync(_workers[worker], "holding");

    /// <summary>kill -9.</summary>
    public void Kill(int worker)
    {
        _workers[worker].Kill();
        _workers[worker].WaitForExit();
    }

    /// <summary>Lets the processes end.</summary>
    /// <returns>What those that were not killed say of themselves.</returns>
    public async Task<IReadOnlyList<WorkerReport>> StopAsync()
    {
        Process[] alive = [.. _workers.Where(worker => !worker.HasExited)];
        foreach (Process worker in alive)
            worker.StandardInput.Close();
        var reports = new List<WorkerReport>();
        foreach (Process worker in alive)
        {
            reports.Add(WorkerReport.Parse(await worker.StandardOutput.ReadToEndAsync().WaitAsync(StartTimeout)));
            await worker.WaitForExitAsync().WaitAsync(StartTimeout);
            Assert.Equal(0, worker.ExitCode);
        }

        return reports;
    }

    public void Dispose()
    {
        foreach (Process worker in _workers)
        {
            if (!worker.HasExited)
                worker.Kill();
            worker.Dispose();
        }
    }

    private static async Task ExpectAsync(Process worker, string line) =>
        Assert.Equal(line, await worker.StandardOutput.ReadLineAsync().WaitAsync(StartTimeout));
}
