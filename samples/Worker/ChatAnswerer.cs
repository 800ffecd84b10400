using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Worker;

/// <summary>Answers each buyer's first message. Events come at least once; the cursor is saved when a page has been handled.</summary>
internal sealed partial class ChatAnswerer(IWildberriesClient wb, IStateStore store, ILogger<ChatAnswerer> logger) : BackgroundService
{
    private readonly ChatMessenger _messenger = new(wb.BuyerChat);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (ChatEvent chatEvent in wb.BuyerChat.StreamEventsAsync(store, "my-shop", stoppingToken))
        {
            _messenger.Remember(chatEvent);

            // The first run reads the whole history; what is an hour old has been answered by somebody.
            bool recent = chatEvent.AddedAt > TimeProvider.System.GetUtcNow().AddHours(-1);
            if (chatEvent.Sender != ChatSender.Client || chatEvent.IsNewChat != true || !recent)
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
