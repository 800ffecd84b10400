using System.Globalization;
using System.Threading.Channels;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;

namespace ChatDesk;

/// <summary>The chats as the event stream tells them, and who listens for news. Everything is in memory: WB has the history.</summary>
internal sealed class Desk(ChatMessenger messenger, ProductNames names)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DeskChat> _chats = new(StringComparer.Ordinal);
    private readonly HashSet<string> _events = new(StringComparer.Ordinal);
    private readonly List<Channel<DeskNews>> _listeners = [];

    /// <summary>The chats, the newest first.</summary>
    /// <param name="search">A part of the buyer's name, of a message, or of the product's name or number; null: all chats.</param>
    public IReadOnlyList<ChatSummary> List(string? search = null)
    {
        lock (_lock)
        {
            return
            [
                .. _chats.Values.Where(chat => string.IsNullOrWhiteSpace(search) || Texts(chat).Any(text => text?.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase) == true))
                    .OrderByDescending(chat => chat.LastAt)
                    .Select(Summarize),
            ];
        }
    }

    public IReadOnlyList<DeskMessage>? Messages(string chatId)
    {
        lock (_lock)
            return _chats.TryGetValue(chatId, out DeskChat? chat) ? [.. chat.Messages] : null;
    }

    public ChatSummary? Find(string chatId)
    {
        lock (_lock)
            return _chats.TryGetValue(chatId, out DeskChat? chat) ? Summarize(chat) : null;
    }

    /// <summary>The last message of the buyer: what an answer answers.</summary>
    public ChatEvent? FindLastBuyerMessage(string chatId)
    {
        lock (_lock)
            return _chats.TryGetValue(chatId, out DeskChat? chat) ? chat.LastBuyerMessage : null;
    }

    /// <summary>What the buyer wrote since anybody answered; else the last thing that the buyer wrote.</summary>
    public string WhatTheBuyerWants(string chatId)
    {
        lock (_lock)
        {
            if (!_chats.TryGetValue(chatId, out DeskChat? chat))
                return "";
            string[] unanswered = [.. chat.Messages.Reverse<DeskMessage>().TakeWhile(m => m.Sender != "seller").Where(m => m.Sender == "client").Select(m => m.Text)];
            return unanswered.Length > 0
                ? string.Join('\n', unanswered.Reverse())
                : chat.Messages.LastOrDefault(m => m.Sender == "client")?.Text ?? "";
        }
    }

    /// <summary>The chat list knows the buyers' names and what the chats are about.</summary>
    public void Take(Chat chat)
    {
        lock (_lock)
        {
            DeskChat known = ChatOf(chat.ChatId);
            known.Buyer = chat.ClientName ?? known.Buyer;
            known.NmId = chat.GoodCard?.NmId ?? known.NmId;
            known.Size = chat.GoodCard?.Size ?? known.Size;
            known.LastText ??= chat.LastMessage?.Text;
            known.LastAt ??= chat.LastMessage?.AddedAt;
        }
    }

    /// <summary>Events come at least once: those that are known already are passed over.</summary>
    public void Take(ChatEvent chatEvent)
    {
        messenger.Remember(chatEvent);
        string sender = chatEvent.Sender == ChatSender.Client ? "client" : chatEvent.Sender == ChatSender.Seller ? "seller" : "wb";
        lock (_lock)
        {
            if (chatEvent.EventId.Length > 0 && !_events.Add(chatEvent.EventId))
                return;
            DeskChat chat = ChatOf(chatEvent.ChatId);
            chat.Buyer = sender == "client" ? chatEvent.ClientName ?? chat.Buyer : chat.Buyer;
            chat.NmId = chatEvent.Message?.Attachments?.GoodCard?.NmId ?? chat.NmId;
            chat.Size = chatEvent.Message?.Attachments?.GoodCard?.Size ?? chat.Size;
            DeskFile[] files =
            [
                .. chatEvent.Message?.Attachments?.Images.Select(image => new DeskFile(image.DownloadId, null)) ?? [],
                .. chatEvent.Message?.Attachments?.Files.Select(file => new DeskFile(file.DownloadId, file.Name ?? "?")) ?? [],
            ];
            string text = (chatEvent.Message?.Text ?? "").Trim();
            DateTimeOffset at = chatEvent.AddedAt ?? DateTimeOffset.UnixEpoch;
            chat.Messages.Add(new DeskMessage(chatEvent.EventId, sender, text, at, files));
            (chat.LastText, chat.LastAt) = (text.Length > 0 || files.Length == 0 ? text : $"📎 {files.Length}", at);
            if (sender == "client")
                (chat.LastBuyerMessageAt, chat.LastBuyerMessage) = (at, chatEvent);
        }

        Tell(new DeskNews(AnswerChannel.Chat, chatEvent.ChatId, sender));
    }

    public void Tell(DeskNews news)
    {
        Channel<DeskNews>[] listeners;
        lock (_lock)
            listeners = [.. _listeners];
        foreach (Channel<DeskNews> listener in listeners)
            listener.Writer.TryWrite(news);
    }

    public async IAsyncEnumerable<DeskNews> ListenAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Whoever does not keep up loses old news: the page asks for the whole state anyway.
        var channel = Channel.CreateBounded<DeskNews>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
            _listeners.Add(channel);
        try
        {
            await foreach (DeskNews news in channel.Reader.ReadAllAsync(cancellationToken))
                yield return news;
        }
        finally
        {
            lock (_lock)
                _listeners.Remove(channel);
        }
    }

    // WB writes into chats, too; that answers nobody.
    private ChatSummary Summarize(DeskChat chat) => new(
        chat.ChatId,
        chat.Buyer,
        chat.NmId,
        names.Find(chat.NmId),
        chat.Size,
        chat.LastText,
        chat.LastAt,
        chat.LastBuyerMessageAt,
        chat.LastBuyerMessageAt is { } at ? ReplyWindow.ClosesAt(at) : null,
        chat.Messages.LastOrDefault(message => message.Sender != "wb")?.Sender == "client");

    private IEnumerable<string?> Texts(DeskChat chat) =>
        [chat.Buyer, chat.NmId?.ToString(CultureInfo.InvariantCulture), names.Find(chat.NmId), chat.LastText, .. chat.Messages.Select(message => message.Text)];

    private DeskChat ChatOf(string chatId)
    {
        if (!_chats.TryGetValue(chatId, out DeskChat? chat))
            _chats.Add(chatId, chat = new DeskChat(chatId));
        return chat;
    }

    private sealed class DeskChat(string chatId)
    {
        public string ChatId => chatId;

        public string? Buyer { get; set; }

        public long? NmId { get; set; }

        public string? Size { get; set; }

        public string? LastText { get; set; }

        public DateTimeOffset? LastAt { get; set; }

        public DateTimeOffset? LastBuyerMessageAt { get; set; }

        public ChatEvent? LastBuyerMessage { get; set; }

        public List<DeskMessage> Messages { get; } = [];
    }
}

internal sealed record ChatSummary(
    string ChatId,
    string? Buyer,
    long? NmId,
    string? Product,
    string? Size,
    string? LastText,
    DateTimeOffset? LastAt,
    DateTimeOffset? LastBuyerMessageAt,
    DateTimeOffset? ReplyUntil,
    bool Unanswered);

internal sealed record DeskMessage(string Id, string Sender, string Text, DateTimeOffset At, IReadOnlyList<DeskFile> Files);

/// <summary>What is attached to a message.</summary>
/// <param name="Id">The id to open it with.</param>
/// <param name="Name">The name of a file; a photo has none.</param>
internal sealed record DeskFile(string Id, string? Name);

/// <summary>Something is new in a chat, a review or a question.</summary>
/// <param name="Channel">Where; null: everywhere.</param>
/// <param name="Id">Its id.</param>
/// <param name="Sender">Who did it: client, seller or wb.</param>
internal sealed record DeskNews(AnswerChannel? Channel, string Id, string Sender)
{
    /// <summary>The list looks otherwise: names of products are known now, for one.</summary>
    public static DeskNews Everything { get; } = new(null, "", "");
}
