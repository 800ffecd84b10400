using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace TestProject;

/// <summary>What is tested here; it would stand in your own project. Tells buyers who write at night (Moscow time) when they get an answer, once in each chat.</summary>
public sealed class NightAnswerer(IWildberriesClient wb, IStateStore store, TimeProvider clock)
{
    public const string Text = "Здравствуйте! Мы ответим утром, после девяти.";

    private const string Seller = "my-shop";
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    private readonly ChatEventStream _events = new(wb.BuyerChat, store, Seller, timeProvider: clock);
    private readonly ChatMessenger _messenger = new(wb.BuyerChat);

    /// <summary>Reads what has been written since the last time, and answers what came at night.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await foreach (ChatEvent chatEvent in _events.ReadAvailableAsync(cancellationToken))
        {
            _messenger.Remember(chatEvent);
            bool isNight = chatEvent.AddedAt?.ToOffset(Moscow).Hour is >= 21 or < 9;
            if (chatEvent.Sender != ChatSender.Client || !isNight)
                continue;

            // Noted first and sent then: rather no answer than two.
            if (!(await store.TryWriteAsync(Seller, $"night {chatEvent.ChatId}", default, 0, cancellationToken)).Succeeded)
                continue;
            try
            {
                await _messenger.SendAsync(chatEvent.ChatId, Text, cancellationToken: cancellationToken);
            }
            catch (WildberriesApiException)
            {
                // One chat that cannot be answered must not stop the others. Log it.
            }
        }
    }
}
