using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.IntegrationTests.Answers;

/// <summary>A process that answers reviews and questions, and edits answers, is killed (kill -9) and started again, over and over.</summary>
[Collection(nameof(RealTime))]
public sealed partial class KilledAnswerTests(ITestOutputHelper output)
{
    private const int Waiting = 20;

    private static readonly int Kills = KilledWorker.Kills(everyDay: 3);

    // To a question the edit is the same operation as the answer.
    private static readonly string[] Sends = ["POST /api/v1/feedbacks/answer", "PATCH /api/v1/questions", "PATCH /api/v1/feedbacks/answer"];

    // What goes wrong besides: refused, perhaps taken and not, perhaps taken and so it is.
    private static readonly Fault[] Troubles = [Fault.Status(400), Fault.Status(500), Fault.Status(500).AfterOperation()];

    private static readonly Fault NoTrouble = Fault.Delay(TimeSpan.Zero);

    /// <summary>What a kill waits for.</summary>
    private enum Aim
    {
        /// <summary>WB has taken an answer; what it says to that is held back until the process is dead.</summary>
        Taken,

        /// <summary>An answer is at WB, which has not taken it, and never does.</summary>
        Arrived,

        /// <summary>Any line, and a random moment after it.</summary>
        Line,

        /// <summary>WB has said that it took it: a random moment while the record is completed.</summary>
        Answered,

        /// <summary>A random moment from the start on.</summary>
        Start,
    }

    /// <summary>How far it had come when it was killed.</summary>
    private enum Phase
    {
        Starting,
        Reading,
        NoIntentYet,
        IntentOnRecord,
        AnswerAtWildberries,
        AnswerTaken,
        AnswerConfirmed,
        RecordCompleted,
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = KilledWorker.MostMilliseconds)]
    public async Task No_review_or_question_is_answered_or_edited_twice_or_forgotten_however_often_the_process_is_killed()
    {
        var emulatorOptions = new WildberriesEmulatorOptions { RateLimits = false, KeepRequestBodies = true };
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(emulatorOptions, Cancel);
        string folder = Directory.CreateTempSubdirectory("wb-kill-").FullName, file = Path.Combine(folder, "answers.db"), seller = emulator.Seller.Id;
        await using ServiceProvider services = new ServiceCollection().AddSqlitePromoCodeStore($"Data Source={file};Pooling=False").BuildServiceProvider();
        await services.MigratePromoCodeStoreAsync(TestContext.Current.CancellationToken);
        var store = services.GetRequiredService<IAnswerStore>();

        var random = new Random(7);
        var ids = new List<string>();
        var arrivals = new List<LoggedRequest>();
        var killedAt = new SortedDictionary<Phase, int>();
        IReadOnlyList<BuyerAnswer> answers = [];
        Process? worker = null;
        int untilTaken = 0;
        bool isKilled = false;
        emulator.Feedbacks.OnSellerAnswer(_ => KillWhenTaken());
        emulator.Questions.OnSellerAnswer(_ => KillWhenTaken());
        try
        {
            for (int kill = 0; kill < Kills; kill++)
            {
                for (int count = 0; count < Waiting; count++)
                {
                    // Of each, every other is to be edited.
                    string id = $"{(count % 2 == 0 ? "feedback" : "question")}{kill}x{count}{(count % 4 < 2 ? "e" : "")}";
                    ids.Add(id);
                    if (count % 2 == 0)
                        emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = id, NmId = 182340115, Text = "Хороший плед" });
                    else
                        emulator.Questions.BuyerAsks(new EmulatedQuestion { Id = id, NmId = 182340115, Text = "Колется?" });
                }

                var aim = (Aim)(kill % Enum.GetValues<Aim>().Length);
                (string word, int countdown) = aim switch
                {
                    Aim.Line => ("", random.Next(1, 100)),
                    Aim.Arrived => ("reading", 1),
                    Aim.Answered => ("completing", random.Next(1, 15)),
                    Aim.Start => ("migrating", 1),
                    _ => ("nothing", 0),
                };
                Volatile.Write(ref untilTaken, aim == Aim.Taken ? random.Next(1, 15) : 0);
                string held = Sends[random.Next(Sends.Length)];
                int arrived = random.Next(1, held == Sends[^1] ? 3 : 6);
                foreach (string send in Sends)
                {
                    for (int number = 1; number < (aim == Aim.Arrived && send == held ? arrived : Waiting / 2); number++)
                        emulator.Faults.Next(send, random.Next(5) == 0 ? Troubles[random.Next(Troubles.Length)] : NoTrouble);
                }

                if (aim == Aim.Arrived)
                    emulator.Faults.Next(held, Fault.Delay(Timeout.InfiniteTimeSpan));

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
                        await Until.True(() => emulator.Requests.Count(held) >= arrived);
                    else
                        KilledWorker.Spin(random.Next(20_000));
                    Kill();
                }

                await running.WaitForExitAsync(Cancel);
                Assert.True(isKilled, $"It ended by itself after \"{last}\".");
                emulator.Faults.Clear();
                Volatile.Write(ref untilTaken, 0);
                Harvest();
                Phase phase = await PhaseAsync(last);
                killedAt[phase] = killedAt.GetValueOrDefault(phase) + 1;
            }

            // The last one is left in peace until there is nothing more to do.
            using Process lastOne = Start();
            while (await KilledWorker.ReadLineAsync(lastOne) is { } line && line != "idle")
            {
                // It says what it does.
            }

            string end = (await KilledWorker.EndAsync(lastOne)).Split("reconciling\n")[^1];
            string[] unknown = [.. end.Split('\n').Where(line => line.StartsWith("unknown ", StringComparison.Ordinal)).Select(line => line["unknown ".Length..])];
            Harvest();
            answers = await store.ListAnswersAsync(new AnswerQuery { SellerId = seller }, Cancel);

            // Everything is handled: each has an answer on record, and each that is answered and was to be edited an edit.
            Assert.Equal(Ordered(ids), Ordered(answers.Where(answer => !answer.IsEdit).Select(answer => answer.Key)));
            Assert.Equal(
                Ordered(answers.Where(answer => !answer.IsEdit && answer.State == AnswerState.Sent && answer.Key.EndsWith('e')).Select(answer => $"{answer.Key}-edit")),
                Ordered(answers.Where(answer => answer.IsEdit).Select(answer => answer.Key)));

            // What is on record as sent came once and was taken, and nothing else came: neither what failed nor what nobody knows of.
            EmulatedAnswer[] came = [.. emulator.Feedbacks.Sent, .. emulator.Questions.Sent];
            Assert.All(came, answer => Assert.True(answer.IsTaken));
            Assert.Equal(
                Ordered(answers.Where(answer => answer.State == AnswerState.Sent).Select(answer => $"{answer.TargetId} {answer.Text} {answer.IsEdit}")),
                Ordered(came.Select(answer => $"{answer.Id} {answer.Text} {answer.IsEdit}")));

            // Nothing stays open in silence.
            Assert.Equal(Ordered(answers.Where(answer => answer.State == AnswerState.Pending).Select(answer => answer.Key)), Ordered(unknown));

            // Only what WB has refused was ever sent again: not what was perhaps taken, be it or not.
            foreach (IGrouping<string, LoggedRequest> attempts in arrivals.GroupBy(KeyOf, StringComparer.Ordinal))
                Assert.All(attempts.SkipLast(1), attempt => Assert.Equal(400, attempt.Status));

            int between = killedAt.Where(pair => pair.Key is >= Phase.AnswerAtWildberries and <= Phase.AnswerConfirmed).Sum(pair => pair.Value);
            Assert.InRange(between, Kills / 3, Kills);
        }
        finally
        {
            output.WriteLine($"{Kills} kills ({string.Join("; ", killedAt.Select(pair => $"{pair.Key}: {pair.Value}"))})");
            output.WriteLine(
                $"{ids.Count} reviews and questions: {Count(AnswerState.Sent)} answers and edits sent, {Count(AnswerState.Failed)} failed, "
                + $"{Count(AnswerState.Pending)} unknown; {arrivals.Count} requests");
            KilledWorker.Delete(folder);
        }

        int Count(AnswerState state) => answers.Count(answer => answer.State == state);

        void Harvest()
        {
            arrivals.AddRange(Sends.SelectMany(emulator.Requests.Of).OrderBy(request => request.Time));
            emulator.Requests.Clear();
        }

        void KillWhenTaken()
        {
            if (Interlocked.Decrement(ref untilTaken) == 0)
                Kill();
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
                return line is "reading" or "idle" ? Phase.Reading : Phase.Starting;
            BuyerAnswer? answer = await store.FindAnswerAsync(seller, key, Cancel);
            if (answer is null || (answer.State == AnswerState.Failed && word is "handling" or "intending"))
                return Phase.NoIntentYet;
            if (answer.State != AnswerState.Pending || word == "handled")
                return Phase.RecordCompleted;
            if (word == "completing")
                return Phase.AnswerConfirmed;
            if (emulator.Feedbacks.Sent.Concat(emulator.Questions.Sent).Any(sent => sent.Text == answer.Text))
                return Phase.AnswerTaken;
            return arrivals.Any(arrival => KeyOf(arrival) == key && arrival.Status != 400) ? Phase.AnswerAtWildberries : Phase.IntentOnRecord;
        }

        Process Start() => KilledWorker.Start("answers", $"emulator={emulator.Address}", $"token={emulator.CreateToken()}", $"answers={file}");
    }

    private static IEnumerable<string> Ordered(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);

    private static string KeyOf(LoggedRequest request) => Key().Match(request.Body!).Groups["key"].Value;

    [GeneratedRegex(@"Thank you! \((?<key>[\w-]+)\)")]
    private static partial Regex Key();
}
