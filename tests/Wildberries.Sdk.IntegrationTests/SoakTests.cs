using System.Diagnostics;
using System.Globalization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.RateLimiting;
using static Wildberries.Sdk.IntegrationTests.FaultRow;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>
/// Thousands of calls that go wrong in every way, each of another seller, over one client's pipeline: nothing grows. <c>WILDBERRIES_SOAK_CALLS</c> sets how
/// many calls; <c>eng/soak.sh</c> runs the long form.
/// </summary>
[Collection(nameof(RealTime))]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const string Calls = "WILDBERRIES_SOAK_CALLS";
    private const int ShortForm = 600;
    private const int Parts = 4;
    private const int MostParts = 16;
    private const long MemoryNoise = 1024 * 1024;

    // Less than the smallest object that a call could leave behind.
    private const long BytesPerCall = 24;

    // The rows of the table that a server plays byte by byte and without waiting for a timeout, and what the emulator plays in the others.
    private static readonly FaultRow[] Rows =
    [
        .. FaultTable.Rows.Values.Where(row => row is { AtServer: not null, Stalls: false }),
        ReadsAgain<WildberriesConnectionException>(
            "truncated", RawServer.TextAndClose("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"result\":")),
        ReadsAgain<WildberriesConnectionException>("reset in the body", RawServer.ResetInBody(Task.CompletedTask)),
        Both<WildberriesResponseException>("malformed", RawServer.Json("{\"result\":")),
        Both<WildberriesResponseException>("empty", RawServer.Json("")),
        Both<WildberriesUnauthorizedException>("401", RawServer.Answer("401 Unauthorized", "{}")),
        Both<WildberriesNotFoundException>("404", RawServer.Answer("404 Not Found", "no such chat", "text/plain")),
        ReadsAgain<WildberriesServerException>("500", RawServer.Answer("500 Internal Server Error", "<html><title>500</title></html>", "text/html")),
    ];

    [Fact]
    public async Task Nothing_grows_however_many_calls_fail()
    {
        int rounds = Environment.GetEnvironmentVariable(Calls) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : ShortForm;
        FaultRow current = Rows[0];
        int unobserved = 0;
        Collect();
        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            var soak = new FaultRow("soak")
            {
                AtServer = (stage, arrival) => current.AtServer!(stage, arrival),
                Read = Ending.Answer(1),
                Write = Ending.Answer(1),
                Speed = 2_000,
            };
            await using FaultStage stage = await FaultStage.OpenAsync(soak, configure: options => options.MaxRateLimitWait = TimeSpan.FromHours(1));
            await RunAsync(Rows.Length);
            var resources = new List<Resources>();
            while (resources.Count < Parts || (resources.Count < MostParts && Grows(resources, rounds)))
            {
                await RunAsync(rounds / Parts);
                resources.Add(await MeasureAsync(stage));
                output.WriteLine(resources[^1].ToString());
            }

            Assert.False(Grows(resources, rounds), $"It still grows:\n{string.Join('\n', resources)}");
            Assert.Equal(0, unobserved);

            async Task RunAsync(int count)
            {
                for (int round = 0; round < count; round++)
                {
                    current = Rows[round % Rows.Length];
                    stage.Renew();
                    await CallAsync(stage, current, write: round / Rows.Length % 2 == 1);
                }
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        void Count(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            output.WriteLine(arguments.Exception.ToString());
            Interlocked.Increment(ref unobserved);
        }
    }

    private static FaultRow Both<TException>(string name, Reply reply)
        where TException : Exception =>
        new(name) { AtServer = (_, _) => reply, Read = Ending.Of<TException>(1), Write = Ending.Of<TException>(1) };

    private static FaultRow ReadsAgain<TException>(string name, Reply reply)
        where TException : Exception =>
        Both<TException>(name, reply) with { Read = Ending.Of<TException>(1 + FaultStage.MaxRetries) };

    private static async Task CallAsync(FaultStage stage, FaultRow row, bool write)
    {
        Ending expected = write ? row.Write : row.Read;
        await row.Before(stage);
        Task call = stage.CallAsync(write);
        await row.Meanwhile(stage);
        Exception? exception = await Record.ExceptionAsync(() => call);
        bool asExpected = expected.Exception == typeof(OperationCanceledException)
            ? exception is OperationCanceledException
            : exception?.GetType() == expected.Exception;
        Assert.True(asExpected, $"{row.Fault}, {(write ? "write" : "read")}: {exception}");
        Assert.True(expected.Arrivals == stage.Arrivals(write), $"{row.Fault}, {(write ? "write" : "read")}: {stage.Arrivals(write)} arrivals, not {expected.Arrivals}");
    }

    private static async Task<Resources> MeasureAsync(FaultStage stage)
    {
        await stage.AssertNothingIsLeftAsync();

        // Buckets are dropped some minutes after their last use, which are short on this clock, and by calls, of which some must come.
        stage.Renew();
        stage.Mend();
        using (var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5)))
        {
            while (stage.Store.Count > 5 || stage.Limiter.LineCount > 5)
            {
                patience.Token.ThrowIfCancellationRequested();
                await stage.CallAsync(write: false);
            }
        }

        stage.Mend(mended: false);
        stage.Renew();
        await stage.AssertNothingIsLeftAsync();
        await Until.True(() => OpenConnections.All(stage.Address.Port) <= 5);
        Collect();
        return new Resources(GC.GetTotalMemory(forceFullCollection: true), Handles(), Process.GetCurrentProcess().Threads.Count);
    }

    // Pools fill for some thousand calls, and threads, which keep some buffers each, come and go, but a leak never ends: what counts is what the
    // second half of the last parts cannot do without.
    private static bool Grows(List<Resources> all, int rounds)
    {
        Resources before = Least(all[^Parts..^(Parts / 2)]), after = Least(all[^(Parts / 2)..]);
        return after.Memory - before.Memory > MemoryNoise + (BytesPerCall * (long)rounds)
            || after.Handles - before.Handles > 10
            || after.Threads - before.Threads > 10;
    }

    private static Resources Least(IReadOnlyList<Resources> all) =>
        new(all.Min(one => one.Memory), all.Min(one => one.Handles), all.Min(one => one.Threads));

    private static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static int Handles() => OperatingSystem.IsLinux()
        ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count()
        : Process.GetCurrentProcess().HandleCount;

    private sealed record Resources(long Memory, int Handles, int Threads);
}
