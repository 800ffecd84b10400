using System.Security.Cryptography;

namespace Wildberries.Sdk.Testing;

/// <summary>The chats of an emulator. May be used from any thread, also while requests are served.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed class EmulatedChats
{
    private const string SellerApiSource = "seller-public-api";

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<string, State> _chats = new(StringComparer.Ordinal);
    private readonly List<EmulatedMessage> _events = [];
    private readonly Dictionary<string, Download> _files = new(StringComparer.Ordinal);
    private Action<EmulatedMessage>? _onSellerMessage;
    private string? _greeting;

    // The newest millisecond that was given out, be it as the time of an event or as a cursor: a later event is always after it.
    private long _newest;

    internal EmulatedChats(WildberriesEmulatorOptions options)
    {
        _time = options.TimeProvider;
        PageSize = options.EventPageSize;
        RepeatLastEvent = options.RepeatLastEvent;
        OmitNextOnEmptyPage = options.OmitNextOnEmptyPage;
    }

    /// <summary>The chats, the one with the newest message first.</summary>
    public IReadOnlyList<EmulatedChat> All
    {
        get
        {
            lock (_lock)
                return [.. _chats.Values.Select(Snapshot).OrderByDescending(c => c.Messages[^1].Time)];
        }
    }

    /// <summary>The messages that arrived through the API, the oldest first.</summary>
    public IReadOnlyList<EmulatedMessage> Sent
    {
        get
        {
            lock (_lock)
                return [.. _events.Where(e => e.Source == SellerApiSource)];
        }
    }

    /// <summary>
    /// The shop's automatic greeting: while there is one, a new chat begins with it. Then its event, written by the seller, carries
    /// <c>isNewChat</c> and the reply sign, and the buyer's first message does not.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the shop greets nobody.</value>
    public string? Greeting
    {
        get
        {
            lock (_lock)
                return _greeting;
        }

        set
        {
            lock (_lock)
                _greeting = value;
        }
    }

    internal int PageSize { get; }

    internal bool RepeatLastEvent { get; }

    internal bool OmitNextOnEmptyPage { get; }

    /// <summary>Finds a chat.</summary>
    /// <param name="chatId">The id of the chat.</param>
    /// <returns>The chat as it is now, or <see langword="null"/>.</returns>
    public EmulatedChat? Find(string chatId)
    {
        ArgumentNullException.ThrowIfNull(chatId);
        lock (_lock)
            return _chats.TryGetValue(chatId, out State? chat) ? Snapshot(chat) : null;
    }

    /// <summary>
    /// A buyer writes. The first message makes the chat, and its event carries <c>isNewChat</c> and the reply sign, unless the shop greets
    /// first (<see cref="Greeting"/>).
    /// </summary>
    /// <param name="chatId">The id of the chat: any text.</param>
    /// <param name="text">The text.</param>
    /// <param name="buyerName">The buyer's name; by default the chat's.</param>
    /// <param name="goodCard">The order that the message is about.</param>
    /// <param name="files">Files with it.</param>
    /// <param name="at">When, if not now. Who has read events past that time does not get this one.</param>
    /// <param name="source">Where it is written, in WB's values.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">The id of the chat is empty.</exception>
    public EmulatedMessage BuyerWrites(
        string chatId,
        string text,
        string? buyerName = null,
        EmulatedGoodCard? goodCard = null,
        IReadOnlyList<EmulatedFile>? files = null,
        DateTimeOffset? at = null,
        string source = "rusite")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chatId);
        ArgumentNullException.ThrowIfNull(text);
        lock (_lock)
        {
            bool isNew = !_chats.TryGetValue(chatId, out State? chat);
            if (chat is null)
            {
                string sign = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(64));
                chat = new State { ChatId = chatId, ReplySign = (chatId.Length > 120 ? chatId[..120] : chatId) + ":" + sign };
                _chats.Add(chatId, chat);
            }

            chat.BuyerName = buyerName ?? chat.BuyerName;
            chat.GoodCard = goodCard ?? chat.GoodCard;
            if (isNew && _greeting is { } greeting)
            {
                Add(chat, EmulatedSender.Seller, null, greeting, null, null, at, isNew: true);
                isNew = false;
            }

            return Add(chat, EmulatedSender.Buyer, source, text, files, goodCard, at, isNew);
        }
    }

    /// <summary>Wildberries itself writes into a chat.</summary>
    /// <param name="chatId">The id of the chat.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">When, if not now.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">There is no such chat.</exception>
    public EmulatedMessage WildberriesWrites(string chatId, string text, DateTimeOffset? at = null) =>
        Write(chatId, EmulatedSender.Wildberries, null, text, at);

    /// <summary>The seller writes in the portal, past the API.</summary>
    /// <param name="chatId">The id of the chat.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">When, if not now.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">There is no such chat.</exception>
    public EmulatedMessage SellerWrites(string chatId, string text, DateTimeOffset? at = null) =>
        Write(chatId, EmulatedSender.Seller, "seller-portal", text, at);

    /// <summary>
    /// Does something after each message that arrives through the API and before that request is answered: let the buyer answer with
    /// <see cref="BuyerWrites"/>. What it throws is answered as 500.
    /// </summary>
    /// <param name="action">What to do; it is added to what was asked for before.</param>
    public void OnSellerMessage(Action<EmulatedMessage> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_lock)
            _onSellerMessage += action;
    }

    /// <summary>Takes a message from the API; <see langword="null"/> if no chat has the sign.</summary>
    internal EmulatedMessage? Receive(string replySign, string text, IReadOnlyList<EmulatedFile> files)
    {
        EmulatedMessage message;
        Action<EmulatedMessage>? action;
        lock (_lock)
        {
            if (_chats.Values.FirstOrDefault(c => c.ReplySign == replySign) is not { } chat)
                return null;
            message = Add(chat, EmulatedSender.Seller, SellerApiSource, text, files, goodCard: null, at: null, isNew: false);
            action = _onSellerMessage;
        }

        // Outside of the lock: it writes into chats.
        action?.Invoke(message);
        return message;
    }

    /// <summary>The events after a cursor, and the next cursor.</summary>
    internal (IReadOnlyList<EmulatedMessage> Page, long? Next) ReadEvents(long? after)
    {
        lock (_lock)
        {
            int start = after is { } cursor ? _events.FindIndex(e => e.Time.ToUnixTimeMilliseconds() > cursor) : 0;
            if (start < 0 || start >= _events.Count)
            {
                if (OmitNextOnEmptyPage)
                    return ([], null);
                if (after is { } same)
                    return ([], same);
                _newest = Math.Max(_newest, _time.GetUtcNow().ToUnixTimeMilliseconds());
                return ([], _newest);
            }

            int end = Math.Min(start + PageSize, _events.Count);
            if (RepeatLastEvent && after is not null && start > 0)
                start--;
            EmulatedMessage[] page = [.. _events.GetRange(start, end - start)];
            return (page, page[^1].Time.ToUnixTimeMilliseconds());
        }
    }

    internal string BuyerNameOf(string chatId)
    {
        lock (_lock)
            return _chats[chatId].BuyerName;
    }

    internal string ReplySignOf(string chatId)
    {
        lock (_lock)
            return _chats[chatId].ReplySign;
    }

    /// <summary>Asks for a file once; whether it is still in moderation.</summary>
    internal EmulatedFile? FindFile(string downloadId, out bool isPending)
    {
        isPending = false;
        lock (_lock)
        {
            if (!_files.TryGetValue(downloadId, out Download? download))
                return null;
            if (download.PendingAnswers > 0)
            {
                download.PendingAnswers--;
                isPending = true;
            }

            return download.File;
        }
    }

    private EmulatedMessage Write(string chatId, EmulatedSender sender, string? source, string text, DateTimeOffset? at)
    {
        ArgumentNullException.ThrowIfNull(chatId);
        ArgumentNullException.ThrowIfNull(text);
        lock (_lock)
        {
            if (!_chats.TryGetValue(chatId, out State? chat))
                throw new ArgumentException($"There is no chat \"{chatId}\": a chat begins when a buyer writes.", nameof(chatId));
            return Add(chat, sender, source, text, null, null, at, isNew: false);
        }
    }

    private EmulatedMessage Add(
        State chat,
        EmulatedSender sender,
        string? source,
        string text,
        IReadOnlyList<EmulatedFile>? files,
        EmulatedGoodCard? goodCard,
        DateTimeOffset? at,
        bool isNew)
    {
        // The cursor is a time in milliseconds: two events of one millisecond could be torn apart by a page's end.
        long time = at is { } given ? given.ToUnixTimeMilliseconds() : Math.Max(_time.GetUtcNow().ToUnixTimeMilliseconds(), _newest + 1);
        int index = _events.FindLastIndex(e => e.Time.ToUnixTimeMilliseconds() <= time) + 1;
        while (index > 0 && _events[index - 1].Time.ToUnixTimeMilliseconds() == time)
        {
            time++;
            while (index < _events.Count && _events[index].Time.ToUnixTimeMilliseconds() <= time)
                index++;
        }

        _newest = Math.Max(_newest, time);
        var message = new EmulatedMessage
        {
            ChatId = chat.ChatId,
            EventId = Guid.NewGuid().ToString(),
            Sender = sender,
            Source = source,
            Text = text,
            Time = DateTimeOffset.FromUnixTimeMilliseconds(time),
            Files = files is null ? [] : [.. files],
            GoodCard = goodCard,
            IsNewChat = isNew,
        };
        _events.Insert(index, message);
        foreach (EmulatedFile file in message.Files)
            _files[file.DownloadId] = new Download { File = file, PendingAnswers = file.PendingAnswers };
        return message;
    }

    private EmulatedChat Snapshot(State chat) => new()
    {
        ChatId = chat.ChatId,
        ReplySign = chat.ReplySign,
        BuyerName = chat.BuyerName,
        GoodCard = chat.GoodCard,
        Messages = [.. _events.Where(e => e.ChatId == chat.ChatId)],
    };

    private sealed class State
    {
        public required string ChatId { get; init; }

        public required string ReplySign { get; init; }

        public string BuyerName { get; set; } = "Покупатель";

        public EmulatedGoodCard? GoodCard { get; set; }
    }

    private sealed class Download
    {
        public required EmulatedFile File { get; init; }

        public int PendingAnswers { get; set; }
    }
}
