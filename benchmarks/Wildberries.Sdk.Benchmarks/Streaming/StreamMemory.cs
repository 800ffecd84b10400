using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Benchmarks.Streaming;

/// <summary>
/// How much memory a program takes that reads a report of a million rows through the whole pipeline. Every measurement is a process of its own,
/// and the server is another, so that neither the one before nor the making of the rows shows in it.
/// </summary>
internal static class StreamMemory
{
    private const int FewRows = 10_000;
    private const int Rows = 1_000_000;
    private const int MaxPage = 100_000;
    private const double MiB = 1024 * 1024;

    /// <param name="args">
    /// Nothing: all measurements. <c>serve ROWS PAGE</c>: the server. <c>read ADDRESS ROWS [live]</c>: one measurement, with or without
    /// collecting garbage to see what is alive.
    /// </param>
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case []:
                return await MeasureAllAsync();
            case ["serve", var rows, var page]:
                await ReportServer.ServeAsync(Number(rows), Number(page));
                return 0;
            case ["read", var address, var rows, .. var how]:
                await ReadAsync(new Uri(address), Number(rows), live: how is ["live"]);
                return 0;
            default:
                Console.Error.WriteLine("stream-memory [serve ROWS PAGE | read ADDRESS ROWS [live]]");
                return 1;
        }
    }

    private static async Task<int> MeasureAllAsync()
    {
        Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} GC");
        foreach ((string name, int rows, int page) in new[]
        {
            ("one answer", FewRows, FewRows), ("one answer", Rows, Rows), ("pages of 100,000", Rows, MaxPage),
        })
        {
            using Process server = Start("serve", Text(rows), Text(page));
            try
            {
                string address = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
                foreach (string how in new[] { "", "live" })
                {
                    using Process reader = Start(["read", address, Text(rows), .. how.Length == 0 ? Array.Empty<string>() : [how]]);
                    string report = await reader.StandardOutput.ReadToEndAsync();
                    await reader.WaitForExitAsync();
                    if (reader.ExitCode != 0)
                        throw new InvalidOperationException($"The reader ended with {reader.ExitCode}.");
                    Console.Write($"{name}: {report}");
                }
            }
            finally
            {
                server.Kill();
            }
        }

        return 0;
    }

    private static async Task ReadAsync(Uri address, int expected, bool live)
    {
        await using ServiceProvider services = Connect(address);
        IFinanceApi finance = services.GetRequiredService<IWildberriesClient>().Finance;

        // From here on everything counts, the compiling of the code too.
        using var memory = new MemoryWatch();
        long started = Stopwatch.GetTimestamp();
        long allocated = GC.GetTotalAllocatedBytes();
        int count = 0;
        decimal due = 0;
        await foreach (SalesReportRow row in finance.StreamSalesReportAsync(1))
        {
            due += row.ForPay ?? 0;
            if (++count % Math.Min(50_000, expected / 10) == 0 && live)
                memory.LookAtLive();
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        memory.Stop();
        if (count != expected || due == 0)
            throw new InvalidOperationException($"{count} rows came, not {expected}.");

        Console.WriteLine(live
            ? string.Create(CultureInfo.InvariantCulture, $"live objects at most {memory.LiveGrowth / MiB:0.0} MiB above the start")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{count:N0} rows in {elapsed.TotalSeconds:0.0} s, {(double)allocated / count:N0} bytes allocated a row; at most above the start: "
                + $"managed heap {memory.HeapGrowth / MiB:0.0} MiB, working set {memory.WorkingSetGrowth / MiB:0.0} MiB (of {memory.Start / MiB:0.0} MiB)"));
    }

    private static ServiceProvider Connect(Uri address) => new ServiceCollection()
        .AddWildberries(options =>
        {
            options.EmulatorAddress = address;
            options.Token = BenchmarkToken.Text;

            // The limiter is in, but a minute between pages would only make the measurement long.
            options.OverrideOperation<IFinanceApi>(
                nameof(IFinanceApi.GetSalesReportRowsAsync),
                operation => operation with { RateLimits = [new RateLimit(1000, TimeSpan.FromSeconds(1), 1000)] });
        })
        .Services.BuildServiceProvider();

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["stream-memory", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
