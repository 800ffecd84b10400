using Wildberries.Sdk;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.State;

namespace ChatDesk;

/// <summary>Reads the chats of the last ten days, those that can still be answered, and then what comes.</summary>
internal sealed partial class DeskFeed(
    IWildberriesClient wb, Desk desk, ProductNames names, PostAnswers answers, TimeProvider time, ILogger<DeskFeed> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenNames = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenReconciliations = TimeSpan.FromMinutes(10);

    // None ends before the desk does; if one should, the host must hear of it.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await await Task.WhenAny(FeedAsync(stoppingToken), ReconcileAsync(stoppingToken), TellNamesAsync(stoppingToken));

    private async Task FeedAsync(CancellationToken stoppingToken)
    {
        var options = new ChatEventStreamOptions { From = time.GetUtcNow() - ReplyWindow.Length };
        var events = new ChatEventStream(wb.BuyerChat, new InMemoryStateStore(), "seller", options);
        bool isFirst = true;
        while (true)
        {
            try
            {
                if (isFirst)
                {
                    foreach (Chat chat in (await wb.BuyerChat.GetChatsAsync(stoppingToken)).Result)
                        desk.Take(chat);
                }

                isFirst = false;
                await foreach (ChatEvent chatEvent in events.ReadAllAsync(stoppingToken))
                    desk.Take(chatEvent);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // WB, or the database, is away for a while: the desk stays open.
                LogFailure(exception.Message);
                await Task.Delay(PauseAfterFailure, time, stoppingToken);
            }
        }
    }

    // What was begun and not completed, by an earlier run or in this one: was it sent? If nothing is open, WB is not asked.
    private async Task ReconcileAsync(CancellationToken stoppingToken)
    {
        int told = 0;
        while (true)
        {
            try
            {
                AnswerReconciliation found = await answers.ReconcileAsync(stoppingToken);
                if (found.Sent.Count > 0 || found.Unknown.Count > told)
                    LogReconciled(found.Sent.Count, found.Unknown.Count);
                told = found.Unknown.Count;
                await Task.Delay(BetweenReconciliations, time, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogReconciliationFailure(exception.Message);
                await Task.Delay(PauseAfterFailure, time, stoppingToken);
            }
        }
    }

    // Sales reports bring names by the thousand: the pages hear of them once in a while.
    private async Task TellNamesAsync(CancellationToken stoppingToken)
    {
        int told = 0;
        while (true)
        {
            if (names.Count is var known && known != told)
                desk.Tell(DeskNews.Everything);
            told = known;
            await Task.Delay(BetweenNames, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The chats could not be read, another try follows: {Reason}")]
    private partial void LogFailure(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody could look for answers that were begun and not completed, another try follows: {Reason}")]
    private partial void LogReconciliationFailure(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers that were begun and not completed: {Sent} were sent, of {Unknown} nobody knows; look into their chats, reviews and questions")]
    private partial void LogReconciled(int sent, int unknown);
}
