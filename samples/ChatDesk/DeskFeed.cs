using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.PromoCodes;

namespace ChatDesk;

/// <summary>Reads the chats of the last ten days, those that can still be answered, and then what comes.</summary>
internal sealed partial class DeskFeed(IWildberriesClient wb, Desk desk, PromoCodeSender sender, TimeProvider time, ILogger<DeskFeed> logger)
    : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // WB takes for a cursor the time in milliseconds from which to go on.
        var cursor = new InMemoryChatCursorStore();
        await cursor.SaveAsync(new ChatCursor { Next = (time.GetUtcNow() - ReplyWindow.Length).ToUnixTimeMilliseconds() }, stoppingToken);
        bool isFirst = true;
        while (true)
        {
            try
            {
                if (isFirst)
                    await LookAroundAsync(stoppingToken);
                isFirst = false;
                await foreach (ChatEvent chatEvent in wb.BuyerChat.StreamEventsAsync(cursor, stoppingToken))
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

    private async Task LookAroundAsync(CancellationToken cancellationToken)
    {
        foreach (Chat chat in (await wb.BuyerChat.GetChatsAsync(cancellationToken)).Result)
            desk.Take(chat);

        // What an earlier run began and did not complete: was it sent?
        PromoCodeReconciliation found = await sender.ReconcileAsync(cancellationToken: cancellationToken);
        if (found.Sent.Count + found.Unknown.Count > 0)
            LogReconciled(found.Sent.Count, found.Unknown.Count);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The chats could not be read, another try follows: {Reason}")]
    private partial void LogFailure(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages with promo codes from an earlier run: {Sent} were sent, of {Unknown} nobody knows; look into their chats")]
    private partial void LogReconciled(int sent, int unknown);
}
