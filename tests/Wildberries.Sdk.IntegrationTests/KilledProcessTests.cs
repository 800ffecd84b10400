using System.Diagnostics;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>A process that handles chat events is killed (kill -9) and started again, over and over.</summary>
[Collection(nameof(RealTime))]
public sealed class KilledProcessTests(ITestOutputHelper output)
{
    private static readonly int Kills = KilledWorker.Kills(everyDay: 5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = KilledWorker.MostMilliseconds)]
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
                    line = await KilledWorker.ReadLineAsync(worker);
                KilledWorker.Spin(random.Next(20_000));
                worker.Kill();
                await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.NotNull(line);
                killedAt[line] = killedAt.GetValueOrDefault(line) + 1;
            }

            // The last one is left in peace until everything is handled.
            using Process last = Start();
            while (!written.IsSubsetOf(Handled()))
            {
                string? line = await KilledWorker.ReadLineAsync(last);
                Assert.NotNull(line);
            }

            await KilledWorker.EndAsync(last);
            Assert.All(Handled(), id => Assert.Contains(id, written));
        }
        finally
        {
            output.WriteLine(
                $"{Kills} kills ({string.Join(", ", killedAt.Select(pair => $"{pair.Value} after \"{pair.Key}\""))}), {written.Count} events, handled {Handled().Length} times");
            KilledWorker.Delete(folder);
        }

        string[] Handled() => File.Exists(handled) ? [.. File.ReadAllLines(handled).Where(id => id.Length > 0)] : [];

        Process Start() => KilledWorker.Start(
            "chat", $"emulator={emulator.Address}", $"token={emulator.CreateToken()}", $"state={Path.Combine(folder, "state")}", $"handled={handled}");
    }
}
