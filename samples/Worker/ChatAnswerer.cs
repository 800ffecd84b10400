using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Worker;

/// <summary>
/// Answers the first message of each buyer that nobody has answered. Events come at least once; the cursor is saved when a page has been handled, and the
/// store knows which chats have been answered. Outages are survived; what ends the stream all the same ends the program (Program.cs).
/// </summary>
internal sealed partial class ChatAnswerer(IWildberriesClient wb, IStateStore store, ILogger<ChatAnswerer> logger, TimeProvider? time = null)
    : BackgroundService, IProgress<StreamOutage>
{
    private const string Seller = "my-shop";

    private readonly ChatMessenger _messenger = new(wb.BuyerChat);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var options = new ChatEventStreamOptions { MaxOutage = TimeSpan.FromMinutes(30), Outages = this };
        var events = new ChatEventStream(wb.BuyerChat, store, Seller, options, _time);
        await foreach (ChatEvent chatEvent in events.ReadAllAsync(stoppingToken))
        {
            _messenger.Remember(chatEvent);

            // The first run reads the whole history; what is an hour old has been answered by somebody.
            bool byBuyer = chatEvent.Sender == ChatSender.Client;
            if (byBuyer && chatEvent.AddedAt < _time.GetUtcNow().AddHours(-1))
                continue;

            // The shop's automatic greeting is no answer, even where it has opened the chat.
            if (!byBuyer && (chatEvent.Sender != ChatSender.Seller || chatEvent.IsNewChat == true))
                continue;

            while (await AnswerAsync(chatEvent.ChatId, byBuyer, stoppingToken) is { } pause)
                await Task.Delay(pause, _time, stoppingToken);
        }
    }

    /// <summary>Logs the beginning of an outage, and its end.</summary>
    void IProgress<StreamOutage>.Report(StreamOutage outage)
    {
        if (outage.EndedAt is { } end)
            LogOutageEnd((end - outage.Since).TotalSeconds);
        else if (outage.FailedAttempts == 1)
            LogOutage(outage.Exception.Message);
    }

    /// <returns>When to try again, since WB is away and has no message; <see langword="null"/>: the chat is done with.</returns>
    private async Task<TimeSpan?> AnswerAsync(string chatId, bool byBuyer, CancellationToken stoppingToken)
    {
        // Noted first and sent then: rather no answer than two.
        StateWriteResult note = await store.TryWriteAsync(Seller, $"answered {chatId}", default, 0, stoppingToken);
        if (!note.Succeeded || !byBuyer)
            return null;
        try
        {
            await _messenger.SendAsync(chatId, "Здравствуйте! Сейчас посмотрю и отвечу.", cancellationToken: stoppingToken);
            LogAnswered(chatId);
            return null;
        }
        catch (WildberriesApiException exception)
        {
            // One chat that cannot be answered must not stop the others.
            LogFailed(chatId, exception.Message);

            // Before it sends, the messenger may have to look for the chat.
            bool isUnsent = exception.Delivery is Delivery.NotSent or Delivery.Refused || exception.Operation == "BuyerChat.GetChats";
            if (isUnsent)
                await store.TryDeleteAsync(Seller, $"answered {chatId}", note.Version, CancellationToken.None);
            return isUnsent && exception.IsTransient ? (exception as WildberriesRateLimitException)?.RetryAfter ?? TimeSpan.FromSeconds(10) : null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Answered chat {ChatId}")]
    private partial void LogAnswered(string chatId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Chat {ChatId} was not answered: {Reason}")]
    private partial void LogFailed(string chatId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No events for now, the worker goes on asking: {Reason}")]
    private partial void LogOutage(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Events come again, after {Seconds:0} s")]
    private partial void LogOutageEnd(double seconds);
}
