using System.Diagnostics;
using System.Globalization;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>
/// A process that is killed (kill -9) and started again, over and over. The environment variable WILDBERRIES_SOAK_KILLS says how often; a few times are enough
/// for every day.
/// </summary>
[Collection(nameof(RealTime))]
public sealed class KilledProcessTests(ITestOutputHelper output)
{
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("WILDBERRIES_SOAK_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_chat_event_is_handled_however_often_the_process_is_killed()
    {
        var emulatorOptions = new WildberriesEmulatorOptions { RateLimits = false, EventPageSize = 3 };
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(emulatorOptions, Cancel);
        string folder = Directory.CreateTempSubdirectory("wb-kill-").FullName, handled = Path.Combine(folder, "handled.txt");
        var random = new Random(5);
        var killedAt = new Dictionary<string, int>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            for (int kill = 1; kill <= Kills; kill++)
            {
                // Every run has something to do up to the moment when it is killed: at a random line, and a random moment after it.
                for (int count = 0; count < 40; count++)
                    written.Add(emulator.Chats.BuyerWrites($"1:chat-{count % 7}", $"message {count}").EventId);
                using Process worker = Start();
                string? line = null;
                for (int lines = random.Next(1, 60); lines > 0; lines--)
                    line = await worker.StandardOutput.ReadLineAsync(Cancel).AsTask().WaitAsync(Patience, Cancel);
                for (int spins = random.Next(20_000); spins > 0; spins--)
                    Thread.SpinWait(1);
                worker.Kill();
                await worker.WaitForExitAsync(Cancel);
                Assert.NotNull(line);
                killedAt[line] = killedAt.GetValueOrDefault(line) + 1;
            }

            // The last one is left in peace until everything is handled.
            using Process last = Start();
            while (!written.IsSubsetOf(Handled()))
            {
                string? line = await last.StandardOutput.ReadLineAsync(Cancel).AsTask().WaitAsync(Patience, Cancel);
                Assert.NotNull(line);
            }

            last.StandardInput.Close();
            await last.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
            Assert.Equal(0, last.ExitCode);
            Assert.All(Handled(), id => Assert.Contains(id, written));
        }
        finally
        {
            output.WriteLine(
                $"{Kills} kills ({string.Join(", ", killedAt.Select(pair => $"{pair.Value} after \"{pair.Key}\""))}), {written.Count} events, handled {Handled().Length} times");
            Directory.Delete(folder, recursive: true);
        }

        string[] Handled() => File.Exists(handled) ? [.. File.ReadAllLines(handled).Where(id => id.Length > 0)] : [];

        Process Start()
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
            foreach (string argument in (string[])
            [
                Path.Combine(AppContext.BaseDirectory, "Wildberries.Sdk.Worker.dll"), "chat", $"emulator={emulator.Address}", $"token={emulator.CreateToken()}",
                $"cursor={Path.Combine(folder, "cursor.json")}", $"handled={handled}",
            ])
            {
                start.ArgumentList.Add(argument);
            }

            return Process.Start(start)!;
        }
    }
}
