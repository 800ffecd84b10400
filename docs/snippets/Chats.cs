using Wildberries.Sdk;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Snippets;

public static class Chats
{
    public static async Task Stream(IWildberriesClient wb, Func<ChatEvent, Task> handle, CancellationToken stop)
    {
        // <stream>
        var store = new FileStateStore("state");
        await foreach (ChatEvent chatEvent in wb.BuyerChat.StreamEventsAsync(store, "my-shop", stop))
            await handle(chatEvent);
        // </stream>
    }

    public static async Task<int> Outages(IWildberriesClient wb, IStateStore store, Func<ChatEvent, Task> handle, CancellationToken stop)
    {
        // <outages>
        var options = new ChatEventStreamOptions { MaxOutage = TimeSpan.FromMinutes(30), Outages = new OutageLog() };
        try
        {
            await foreach (ChatEvent chatEvent in wb.BuyerChat.StreamEventsAsync(store, "my-shop", options, stop))
                await handle(chatEvent);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
        // </outages>
        return 0;
    }

    public static async Task Available(IWildberriesClient wb, IStateStore store, CancellationToken stop)
    {
        // <available>
        var events = new ChatEventStream(wb.BuyerChat, store, "my-shop");
        int count = 0;
        await foreach (ChatEvent chatEvent in events.ReadAvailableAsync(stop))
            count++;
        // </available>
        Console.WriteLine(count);
    }

    public static async Task Answer(IWildberriesClient wb, IStateStore store, IAnswers answers, CancellationToken stop)
    {
        // <messenger>
        var messenger = new ChatMessenger(wb.BuyerChat);
        await foreach (ChatEvent chatEvent in wb.BuyerChat.StreamEventsAsync(store, "my-shop", stop))
        {
            messenger.Remember(chatEvent);
            bool byBuyer = chatEvent.Sender == ChatSender.Client;
            bool bySeller = chatEvent.Sender == ChatSender.Seller && chatEvent.IsNewChat != true;
            if (byBuyer ? !ReplyWindow.IsOpen(chatEvent) : !bySeller)
                continue;
            if (await answers.TryClaimAsync(chatEvent.ChatId, stop) && byBuyer)
                await messenger.SendAsync(chatEvent.ChatId, "Здравствуйте! Сейчас посмотрю.", cancellationToken: stop);
        }
        // </messenger>
    }

    public static async Task Files(ChatMessenger messenger, string chatId, CancellationToken stop)
    {
        // <files>
        ChatAttachment manual = await ChatAttachment.FromFileAsync("manual.pdf", stop);
        SendMessageResponse sent = await messenger.SendAsync(chatId, "Инструкция во вложении.", [manual], stop);
        foreach (string problem in sent.Errors)
            Console.WriteLine(problem);
        // </files>
    }

    public static async Task Download(IWildberriesClient wb, ChatEvent chatEvent, string folder, CancellationToken stop)
    {
        // <download>
        foreach (ChatFile file in chatEvent.Message?.Attachments?.Files ?? [])
        {
            try
            {
                await using ChatDownload download = await wb.BuyerChat.DownloadFileAsync(file.DownloadId, stop);
                await using FileStream target = File.Create(Path.Combine(folder, Path.GetRandomFileName()));
                await download.Content.CopyToAsync(target, stop);
            }
            catch (WildberriesUnavailableForLegalReasonsException)
            {
                Console.WriteLine("Moderation refused the file.");
            }
            catch (WildberriesTimeoutException)
            {
                Console.WriteLine("Still in moderation: ask again later.");
            }
        }
        // </download>
    }

    public static async Task Window(IWildberriesClient wb, CancellationToken stop)
    {
        // <window>
        ChatsResponse chats = await wb.BuyerChat.GetChatsAsync(stop);
        foreach (Chat chat in chats.Result.Where(chat => ReplyWindow.MayBeOpen(chat)))
            Console.WriteLine($"{chat.ChatId}: until {ReplyWindow.ClosesAtLatest(chat):g}");
        // </window>
    }
}

// <outage-log>
public sealed class OutageLog : IProgress<StreamOutage>
{
    public void Report(StreamOutage outage)
    {
        if (outage.EndedAt is { } end)
            Console.Error.WriteLine($"Events come again, after {end - outage.Since}.");
        else if (outage.FailedAttempts == 1)
            Console.Error.WriteLine($"No events for now: {outage.Exception.Message}");
    }
}
// </outage-log>

public interface IAnswers
{
    Task<bool> TryClaimAsync(string chatId, CancellationToken cancellationToken);
}
