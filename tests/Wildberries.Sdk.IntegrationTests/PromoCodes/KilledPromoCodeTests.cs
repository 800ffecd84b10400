using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.IntegrationTests.PromoCodes;

/// <summary>A process that answers buyers with promo codes is killed (kill -9) and started again, over and over.</summary>
[Collection(nameof(RealTime))]
public sealed partial class KilledPromoCodeTests(ITestOutputHelper output)
{
    private const string SendMessage = "POST /api/v1/seller/message";

    private static readonly int Kills = KilledWorker.Kills(everyDay: 3);

    private static readonly string[] Codes = ["KILLA", "KILLB"];

    // What goes wrong besides: refused, perhaps taken and not, perhaps taken and so it is.
    private static readonly Fault[] Troubles = [Fault.Status(400), Fault.Status(500), Fault.Status(500).AfterOperation()];

    private static readonly Fault NoTrouble = Fault.Delay(TimeSpan.Zero);

    /// <summary>What a kill waits for.</summary>
    private enum Aim
    {
        /// <summary>WB has taken a message; the answer is held back until the process is dead.</summary>
        Taken,

        /// <summary>A message is at WB, which has not taken it, and never does.</summary>
        Arrived,

        /// <summary>Any line, and a random moment after it.</summary>
        Line,

        /// <summary>The answer is there: a random moment while the record is completed.</summary>
        Answered,

        /// <summary>A random moment while the cursor is saved, or just after.</summary>
        Cursor,

        /// <summary>A random moment from the start on.</summary>
        Start,
    }

    /// <summary>How far it had come when it was killed.</summary>
    private enum Phase
    {
        Starting,
        Receiving,
        NoIntentYet,
        IntentOnRecord,
        MessageAtWildberries,
        MessageTaken,
        MessageAnswered,
        RecordCompleted,
        SavingCursor,
        CursorSaved,
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = KilledWorker.MostMilliseconds)]
    public async Task No_promo_code_is_sent_twice_or_forgotten_however_often_the_process_is_killed()
    {
        var emulatorOptions = new WildberriesEmulatorOptions { RateLimits = false, EventPageSize = 10, KeepRequestBodies = true };
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(emulatorOptions, Cancel);
        string folder = Directory.CreateTempSubdirectory("wb-kill-").FullName, file = Path.Combine(folder, "codes.db"), seller = emulator.Seller.Id;
        await using ServiceProvider services = new ServiceCollection().AddSqlitePromoCodeStore($"Data Source={file};Pooling=False").BuildServiceProvider();
        await services.MigratePromoCodeStoreAsync(TestContext.Current.CancellationToken);
        var store = services.GetRequiredService<IPromoCodeStore>();
        foreach (string code in Codes)
        {
            DateOnly yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
            Assert.Empty(await store.AddAsync(new PromoCode { SellerId = seller, Code = code, Percent = 10m, Start = yesterday, Days = 31 }, isInPortal: true, Cancel));
        }

        var random = new Random(5);
        var written = new Dictionary<string, EmulatedMessage>(StringComparer.Ordinal);
        var arrivals = new List<LoggedRequest>();
        var killedAt = new SortedDictionary<Phase, int>();
        IReadOnlyList<BuyerAnswer> sends = [];
        Process? worker = null;
        int untilTaken = 0;
        bool isKilled = false;
        emulator.Chats.OnSellerMessage(_ =>
        {
            if (Interlocked.Decrement(ref untilTaken) == 0)
                Kill();
        });
        try
        {
            for (int kill = 0; kill < Kills; kill++)
            {
                for (int count = 0; count < 20; count++)
                {
                    EmulatedMessage message = emulator.Chats.BuyerWrites($"1:{kill}-{count / 2}", Codes[count % Codes.Length]);
                    written.Add(message.EventId, message);
                }

                var aim = (Aim)(kill % Enum.GetValues<Aim>().Length);
                (string word, int countdown) = aim switch
                {
                    Aim.Line => ("", random.Next(1, 100)),
                    Aim.Arrived => ("receiving", 1),
                    Aim.Answered => ("completing", random.Next(1, 8)),
                    Aim.Cursor => ("sav", random.Next(1, 5)),
                    Aim.Start => ("migrating", 1),
                    _ => ("nothing", 0),
                };
                Volatile.Write(ref untilTaken, aim == Aim.Taken ? random.Next(1, 8) : 0);
                int arrived = aim == Aim.Arrived ? random.Next(1, 8) : 8;
                for (int message = 1; message < arrived; message++)
                    emulator.Faults.Next(SendMessage, random.Next(5) == 0 ? Troubles[random.Next(Troubles.Length)] : NoTrouble);
                if (aim == Aim.Arrived)
                    emulator.Faults.Next(SendMessage, Fault.Delay(Timeout.InfiniteTimeSpan));

                isKilled = false;
                using Process running = worker = Start();
                string last = "";
                while (await KilledWorker.ReadLineAsync(running) is { } line)
                {
                    last = line;
                    if (!line.StartsWith(word, StringComparison.Ordinal) || line.StartsWith("unknown", StringComparison.Ordinal) || --countdown != 0)
                        continue;
                    if (aim == Aim.Start)
                        await Task.Delay(random.Next(1_500), Cancel);
                    else if (aim == Aim.Arrived)
                        await Until.True(() => emulator.Requests.Count(SendMessage) >= arrived);
                    else
                        KilledWorker.Spin(random.Next(20_000));
                    Kill();
                }

                await running.WaitForExitAsync(Cancel);
                Assert.True(isKilled, $"It ended by itself after \"{last}\".");
                emulator.Faults.Clear();
                Harvest();
                Phase phase = await PhaseAsync(last);
                killedAt[phase] = killedAt.GetValueOrDefault(phase) + 1;
            }

            // The last one is left in peace until everything is handled.
            HashSet<string> open = [.. written.Keys.Except((await ListAsync()).Select(send => send.Key))];
            using Process lastOne = Start();
            while (open.Count > 0)
            {
                string? line = await KilledWorker.ReadLineAsync(lastOne);
                Assert.NotNull(line);
                if (line.StartsWith("handled ", StringComparison.Ordinal))
                    open.Remove(line["handled ".Length..]);
            }

            string end = (await KilledWorker.EndAsync(lastOne)).Split("reconciling\n")[^1];
            string[] unknown = [.. end.Split('\n').Where(line => line.StartsWith("unknown ", StringComparison.Ordinal)).Select(line => line["unknown ".Length..])];
            Harvest();
            sends = await ListAsync();

            // Every event is handled.
            Assert.Equal(written.Keys.Order(StringComparer.Ordinal), sends.Select(send => send.Key).Order(StringComparer.Ordinal));

            // What is on record as sent came once, and nothing else came: neither what failed nor what nobody knows of.
            ILookup<(string, string), EmulatedMessage> came = emulator.Chats.Sent.ToLookup(message => (message.ChatId, message.Text));
            Assert.All(sends, send => Assert.Equal(send.State == AnswerState.Sent ? 1 : 0, came[(send.TargetId, send.Text)].Count()));
            Assert.Equal(sends.Count(send => send.State == AnswerState.Sent), emulator.Chats.Sent.Count);

            // Nothing stays open in silence.
            Assert.Equal(
                sends.Where(send => send.State == AnswerState.Pending).Select(send => send.Key).Order(StringComparer.Ordinal),
                unknown.Order(StringComparer.Ordinal));

            // Only what WB has refused was ever sent again: not what was perhaps taken, be it or not.
            foreach (IGrouping<string, LoggedRequest> attempts in arrivals.GroupBy(NameOf, StringComparer.Ordinal))
                Assert.All(attempts.SkipLast(1), attempt => Assert.Equal(400, attempt.Status));

            int between = killedAt.Where(pair => pair.Key is >= Phase.MessageAtWildberries and <= Phase.MessageAnswered).Sum(pair => pair.Value);
            Assert.InRange(between, Kills / 3, Kills);
        }
        finally
        {
            output.WriteLine($"{Kills} kills ({string.Join("; ", killedAt.Select(pair => $"{pair.Key}: {pair.Value}"))})");
            output.WriteLine(
                $"{written.Count} events: {Count(AnswerState.Sent)} sent, {sends.Count(send => send.EventId is not null)} of them found by reconciliation; "
                + $"{Count(AnswerState.Failed)} failed; {Count(AnswerState.Pending)} unknown; {arrivals.Count} requests");
            KilledWorker.Delete(folder);
        }

        int Count(AnswerState state) => sends.Count(send => send.State == state);

        Task<IReadOnlyList<BuyerAnswer>> ListAsync() => store.ListAnswersAsync(new AnswerQuery { SellerId = seller }, Cancel);

        void Harvest()
        {
            arrivals.AddRange(emulator.Requests.Of(SendMessage));
            emulator.Requests.Clear();
        }

        void Kill()
        {
            isKilled = true;
            worker!.Kill();
            worker.WaitForExit();
        }

        async Task<Phase> PhaseAsync(string line)
        {
            if (line.Split(' ') is not [var word, var key] || word == "unknown")
            {
                return line switch
                {
                    "receiving" => Phase.Receiving,
                    "saving" => Phase.SavingCursor,
                    "saved" => Phase.CursorSaved,
                    _ => Phase.Starting,
                };
            }

            BuyerAnswer? send = await store.FindAnswerAsync(seller, key, Cancel);
            if (send is null || (send.State == AnswerState.Failed && word is "handling" or "intending"))
                return Phase.NoIntentYet;
            if (send.State != AnswerState.Pending || word == "handled")
                return Phase.RecordCompleted;
            if (word == "completing")
                return Phase.MessageAnswered;
            if (emulator.Chats.Sent.Any(message => message.ChatId == send.TargetId && message.Text == send.Text))
                return Phase.MessageTaken;
            return arrivals.Any(arrival => NameOf(arrival) == $"{send.TargetId} {written[key].Text}" && arrival.Status != 400)
                ? Phase.MessageAtWildberries
                : Phase.IntentOnRecord;
        }

        Process Start() => KilledWorker.Start(
            "promo-codes", $"emulator={emulator.Address}", $"token={emulator.CreateToken()}", $"state={Path.Combine(folder, "state")}", $"codes={file}");
    }

    // The sign begins with the chat's id.
    private static string NameOf(LoggedRequest request) => $"{ChatId().Match(request.Body!)} {Code().Match(request.Body!)}";

    [GeneratedRegex(@"1:\d+-\d+")]
    private static partial Regex ChatId();

    [GeneratedRegex("KILL[AB]")]
    private static partial Regex Code();
}
