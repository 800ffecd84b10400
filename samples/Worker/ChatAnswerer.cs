using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Worker;

/// <summary>
/// Answers the first message of each buyer that nobody has answered. Events come at least once; the cursor is saved when a page has been handled, and the
/// store knows which chats have been answered.
/// </summary>
internal sealed partial class ChatAnswerer(IWildberriesClient wb, IStateStore store, ILogger<ChatAnswerer> logger) : BackgroundService
{
    private readonly ChatMessenger _messenger = new(wb.BuyerChat);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (ChatEvent chatEvent in wb.BuyerChat.StreamEventsAsync(store, "my-shop", stoppingToken))
        {
            _messenger.Remember(chatEvent);

            // The first run reads the whole history; what is an hour old has been answered by somebody.
            bool byBuyer = chatEvent.Sender == ChatSender.Client;
            if (byBuyer && chatEvent.AddedAt < TimeProvider.System.GetUtcNow().AddHours(-1))
                continue;

            // The shop's automatic greeting is no answer, even where it has opened the chat.
            if (!byBuyer && (chatEvent.Sender != ChatSender.Seller || chatEvent.IsNewChat == true))
                continue;

            // Noted first and sent then: rather no answer than two.
            bool isFirst = (await store.TryWriteAsync("my-shop", $"answered {chatEvent.ChatId}", default, 0, stoppingToken)).Succeeded;
            if (!isFirst || !byBuyer)
                continue;
            try
            {
                await _messenger.SendAsync(chatEvent.ChatId, "Здравствуйте! Сейчас посмотрю и отвечу.", cancellationToken: stoppingToken);
                LogAnswered(chatEvent.ChatId);
            }
            catch (WildberriesApiException exception)
            {
                // One chat that cannot be answered must not stop the others.
                LogFailed(chatEvent.ChatId, exception.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Answered chat {ChatId}")]
    private partial void LogAnswered(string chatId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Chat {ChatId} was not answered: {Reason}")]
    private partial void LogFailed(string chatId, string reason);
}
