using System.Diagnostics;
using System.Globalization;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>A process that writes and deletes a state in files as fast as it can is killed (kill -9) and started again, over and over.</summary>
[Collection(nameof(RealTime))]
public sealed class KilledStateTests(ITestOutputHelper output)
{
    private const string Seller = "seller";
    private const string Name = "count";

    private static readonly int Kills = KilledWorker.Kills(everyDay: 20);

    [Fact(Timeout = KilledWorker.MostMilliseconds)]
    public async Task A_state_is_whole_and_no_older_than_was_told_however_often_its_writer_is_killed()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        string folder = Directory.CreateTempSubdirectory("wb-kill-").FullName, states = Path.Combine(folder, "state");
        var store = new FileStateStore(states);
        var random = new Random(5);
        var killedAt = new Dictionary<string, int>(StringComparer.Ordinal);
        long highest = 0;
        int leftOver = 0, writes = 0;
        try
        {
            for (int kill = 1; kill <= Kills; kill++)
            {
                using Process worker = KilledWorker.Start("state", $"state={states}");
                string last = "";
                for (int lines = random.Next(1, 60); lines > 0; lines--)
                    Note(await KilledWorker.ReadLineAsync(worker));
                KilledWorker.Spin(random.Next(200_000));
                worker.Kill();
                await worker.WaitForExitAsync(cancel);

                // What it still said before it died, up to the last line.
                while (await KilledWorker.ReadLineAsync(worker) is { } line)
                    Note(line);

                string[] words = last.Split(' ');
                killedAt[words[0]] = killedAt.GetValueOrDefault(words[0]) + 1;
                leftOver += Directory.GetFiles(states, "*.tmp", SearchOption.AllDirectories).Length;

                // The lock is free again: the next one, this test, waits for nobody.
                StoredState? state = await store.ReadAsync(Seller, Name, cancel).AsTask().WaitAsync(TimeSpan.FromMinutes(5), cancel);
                int found = state is null ? 0 : BitConverter.ToInt32(state.Value.Span);
                if (state is not null)
                    Assert.Equal(Value(found), state.Value.ToArray());
                switch (words[0])
                {
                    case "writing":
                        int next = Number(words[1]);
                        Assert.InRange(found, next - 1, next);
                        break;
                    case "written":
                        Assert.Equal(Number(words[1]), found);
                        Assert.Equal(Number(words[2]), state!.Version);
                        break;
                    case "deleting":
                        Assert.True(state is null || state.Version == Number(words[1]));
                        break;
                    case "deleted":
                        Assert.Null(state);
                        break;
                    default:
                        break;
                }

                // And it can write: a version that nobody has had.
                StateWriteResult result = await store.TryWriteAsync(Seller, Name, Value(found + 1), state?.Version ?? 0, cancel);
                Assert.True(result.Succeeded);
                Assert.True(result.Version > highest, $"Version {result.Version} came back; {highest} was told before.");
                highest = result.Version;

                void Note(string? line)
                {
                    Assert.NotNull(line);
                    last = line;
                    if (line.Split(' ') is not ["written", _, var version])
                        return;
                    writes++;
                    Assert.True(Number(version) > highest, $"Version {version} came back; {highest} was told before.");
                    highest = Number(version);
                }
            }
        }
        finally
        {
            output.WriteLine(
                $"{Kills} kills ({string.Join(", ", killedAt.Select(pair => $"{pair.Value} after \"{pair.Key}\""))}), {writes} writes told, {leftOver} half-written files left beside");
            KilledWorker.Delete(folder);
        }
    }

    // As the worker fills it.
    private static byte[] Value(int count)
    {
        byte[] value = new byte[40_000 + (count % 6 * 40_000)];
        for (int at = 0; at < value.Length; at += sizeof(int))
            BitConverter.TryWriteBytes(value.AsSpan(at), count);
        return value;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
