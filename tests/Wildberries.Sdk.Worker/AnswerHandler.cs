using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Worker;

/// <summary>
/// Answers reviews and questions as a seller's service does: asks what an earlier run left half done, then answers each that waits under its id as the key, and edits
/// the answers to those whose id ends with an "e" under the id and "-edit". Says where it is, a line each: "migrating", "reconciling", "unknown KEY" for each of which
/// nobody knows, "reading", "handling KEY", what the store says, "handled KEY", "idle" when there is nothing to do. When its input ends, it reconciles once more.
/// Settings: emulator, token and answers (a file).
/// </summary>
internal static class AnswerHandler
{
    public static async Task<int> RunAsync(Dictionary<string, string> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IRateLimitStore>(new OpenLimits());
        services.AddWildberries(options =>
        {
            options.EmulatorAddress = new Uri(settings["emulator"]);
            options.Token = settings["token"];
        });
        services.AddSqlitePromoCodeStore($"Data Source={settings["answers"]}");
        await using ServiceProvider provider = services.BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        _ = Input.EndAsync().ContinueWith(_ => stop.Cancel(), TaskScheduler.Default);

        Say("migrating");
        await provider.MigratePromoCodeStoreAsync();
        IWildberriesClient wb = provider.GetRequiredService<IWildberriesClient>();
        var store = new TellingPromoCodeStore(provider.GetRequiredService<IPromoCodeStore>());

        // There is one process at a time: what an earlier one left open is not being sent any more.
        var sender = new AnswerSender(
            WildberriesToken.Parse(settings["token"]).SellerId!, wb, store, options: new AnswerSenderOptions { MaxSendTime = TimeSpan.FromMilliseconds(1) });
        await ReconcileAsync();

        var handled = new HashSet<string>(StringComparer.Ordinal);
        bool isIdle = false;
        try
        {
            while (true)
            {
                Say("reading");
                int before = handled.Count;
                foreach (bool isAnswered in (bool[])[false, true])
                {
                    foreach (Feedback feedback in (await wb.Feedbacks.GetFeedbacksAsync(isAnswered, 5_000, 0, cancellationToken: stop.Token)).Data!.Feedbacks)
                    {
                        await HandleAsync(feedback.Id, isAnswered, key => isAnswered
                            ? sender.EditAnswerAsync(feedback, TextOf(key), key, CancellationToken.None)
                            : sender.AnswerAsync(feedback, TextOf(key), key, CancellationToken.None));
                    }

                    foreach (Question question in (await wb.Questions.GetQuestionsAsync(isAnswered, 5_000, 0, cancellationToken: stop.Token)).Data!.Questions)
                    {
                        await HandleAsync(question.Id, isAnswered, key => isAnswered
                            ? sender.EditAnswerAsync(question, TextOf(key), key, CancellationToken.None)
                            : sender.AnswerAsync(question, TextOf(key), key, CancellationToken.None));
                    }
                }

                if (handled.Count > before)
                    continue;
                if (!isIdle)
                    Say("idle");
                isIdle = true;
                await Task.Delay(TimeSpan.FromMilliseconds(5), stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The tests are done.
        }

        await ReconcileAsync();
        return 0;

        async Task HandleAsync(string id, bool isEdit, Func<string, Task<AnswerResult>> answer)
        {
            string key = isEdit ? $"{id}-edit" : id;
            if ((isEdit && !id.EndsWith('e')) || !handled.Add(key))
                return;
            Say($"handling {key}");
            await answer(key);
            Say($"handled {key}");
        }

        async Task ReconcileAsync()
        {
            Say("reconciling");
            foreach (BuyerAnswer unknown in (await sender.ReconcileAsync()).Unknown)
                Say($"unknown {unknown.Key}");
        }
    }

    private static string TextOf(string key) => $"Thank you! ({key})";

    private static void Say(string line) => Console.WriteLine(line);

    private sealed class OpenLimits : IRateLimitStore
    {
        public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default) => default;

        public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default) => default;

        public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default) => default;

        public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default) => default;
    }
}
