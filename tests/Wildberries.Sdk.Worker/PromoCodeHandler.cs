using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Worker;

/// <summary>
/// Goes about promo codes as a seller's service does: asks what an earlier run left half done, then answers each message of a buyer with the code that it names, under
/// the event's id as the key. Says where it is, a line each: "migrating", "reconciling", "unknown KEY" for each of which nobody knows, "receiving", "handling KEY",
/// what the stores say, "handled KEY". When its input ends, it reconciles once more. Settings: emulator, token, state (a folder) and codes (a file).
/// </summary>
internal static class PromoCodeHandler
{
    public static async Task<int> RunAsync(Dictionary<string, string> settings)
    {
        ServiceCollection services = ChatClient.AddTo([], settings);
        services.AddSqlitePromoCodeStore($"Data Source={settings["codes"]}");
        await using ServiceProvider provider = services.BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        _ = Input.EndAsync().ContinueWith(_ => stop.Cancel(), TaskScheduler.Default);

        Say("migrating");
        await provider.MigratePromoCodeStoreAsync();
        IBuyerChatApi chats = provider.GetRequiredService<IWildberriesClient>().BuyerChat;
        var store = new TellingPromoCodeStore(provider.GetRequiredService<IPromoCodeStore>());
        string seller = WildberriesToken.Parse(settings["token"]).SellerId!;
        var messenger = new ChatMessenger(chats);

        // There is one process at a time: what an earlier one left open is not being sent any more.
        var sender = new PromoCodeSender(seller, chats, store, messenger, new AnswerSenderOptions { MaxSendTime = TimeSpan.FromMilliseconds(1) });
        await ReconcileAsync();

        Dictionary<string, PromoCode> codes = (await store.ListAsync(seller)).ToDictionary(code => code.Code, StringComparer.Ordinal);
        var composer = new PromoMessageComposer();
        var stream = new ChatEventStream(
            chats, new TellingStateStore(settings["state"]), seller, new ChatEventStreamOptions { IdleDelay = TimeSpan.FromMilliseconds(5) });
        try
        {
            Say("receiving");
            await foreach (ChatEvent chatEvent in stream.ReadAllAsync(stop.Token))
            {
                messenger.Remember(chatEvent);
                if (chatEvent.Sender != ChatSender.Client)
                    continue;
                Say($"handling {chatEvent.EventId}");
                PromoCode code = codes[chatEvent.Message!.Text!];
                var request = new PromoCodeSendRequest
                {
                    Key = chatEvent.EventId,
                    ChatId = chatEvent.ChatId,
                    Code = code,
                    Text = composer.Compose(code, PromoCodePurposes.Loyalty),
                    LastBuyerMessageAt = chatEvent.AddedAt,
                };
                await sender.SendAsync(request, CancellationToken.None);
                Say($"handled {chatEvent.EventId}");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The tests are done.
        }

        await ReconcileAsync();
        return 0;

        async Task ReconcileAsync()
        {
            Say("reconciling");
            AnswerReconciliation found = await sender.ReconcileAsync();
            foreach (BuyerAnswer unknown in found.Unknown)
                Say($"unknown {unknown.Key}");
        }
    }

    private static void Say(string line) => Console.WriteLine(line);
}
