using System.Runtime.CompilerServices;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>
/// The events of all chats in order, from where the last run stopped. An event is handed out at least once: the cursor is saved when
/// the consumer, done with the last event of a page, asks for the next one. A consumer that stops or fails within a page gets that
/// page again next time, so make the handling safe to repeat or remember <see cref="ChatEvent.EventId"/>. Apart from that, repeats
/// are dropped by id, also across restarts; an event without an id is never dropped.
/// </summary>
/// <remarks>
/// The stream only goes forward in time. Where pages bring no new event, whatever their cursors say, nothing more is there for now.
/// The stream holds no state of its own but what the store has. Run one stream at a time over one cursor, which is known by the seller and
/// <see cref="ChatEventStreamOptions.CursorName"/>: of two, the slower one ends with a <see cref="WildberriesStateConflictException"/>, and nothing is lost. The client's rate limit
/// paces the calls. Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.
/// </remarks>
public sealed class ChatEventStream
{
    // What one page repeats from the one before is a handful; this leaves room for pages that overlap widely.
    private const int RecentEventIds = 1_000;

    // More of them in a row are no chat, but a server that makes them up.
    private const int MaxNamelessPages = 1_000;

    // Far more than clocks differ; a test's clock may stand many years before the events.
    private static readonly DateTimeOffset LatestTime = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FarthestAhead = TimeSpan.FromDays(365);

    private readonly IBuyerChatApi _api;
    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly ChatEventStreamOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly OutageRetry _retry;

    /// <summary>Creates a stream. Nothing is asked before somebody reads.</summary>
    /// <param name="api">The chat host.</param>
    /// <param name="store">Where the cursor is kept.</param>
    /// <param name="sellerId">
    /// Whose cursor it is: the seller's id, or another name that you give to the seller. Always the same for one seller, and another one for
    /// each seller, for events are left out where a cursor is another seller's.
    /// </param>
    /// <param name="options">Options; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: that of the client that <paramref name="api"/> comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="ChatEventStreamOptions.IdleDelay"/> is not longer than zero, or longer than a day; <see cref="ChatEventStreamOptions.MaxOutage"/> is below
    /// zero, or longer than 30 days.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="sellerId"/> or <see cref="ChatEventStreamOptions.CursorName"/> is not as <see cref="StateStoreLimits"/> says.
    /// </exception>
    public ChatEventStream(
        IBuyerChatApi api, IStateStore store, string sellerId, ChatEventStreamOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(store);
        _api = api;
        _store = store;
        _sellerId = sellerId;
        _options = options ?? new ChatEventStreamOptions();
        StateStoreLimits.CheckKey(sellerId, _options.CursorName);
        Argument.Pause(_options.IdleDelay, nameof(ChatEventStreamOptions.IdleDelay), nameof(options));
        Argument.Outage(_options.MaxOutage, nameof(ChatEventStreamOptions.MaxOutage), nameof(options));
        _timeProvider = timeProvider ?? ClientClock.Of(api);
        _retry = new OutageRetry(_options.MaxOutage, _options.Outages, _timeProvider);
    }

    /// <summary>
    /// Reads events without end: waits for new ones, and waits out a <see cref="WildberriesRateLimitException"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. A page that was handled is saved first, if the store works.</param>
    /// <returns>The events, oldest first.</returns>
    /// <exception cref="WildberriesStateConflictException">Another reader has moved the cursor meanwhile; it stays where that one has put it.</exception>
    /// <exception cref="InvalidDataException">What is stored is not a cursor.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed for another reason than the rate limit, after the client's own retries, and did so for longer than
    /// <see cref="ChatEventStreamOptions.MaxOutage"/>. Reading again goes on where this stopped.
    /// </exception>
    public IAsyncEnumerable<ChatEvent> ReadAllAsync(CancellationToken cancellationToken = default) => ReadAsync(true, cancellationToken);

    /// <summary>Reads the events that are there now, and ends when WB has no more.</summary>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. A page that was handled is saved first, if the store works.</param>
    /// <returns>The events, oldest first.</returns>
    /// <exception cref="WildberriesRateLimitException">
    /// The wait for the rate limit would exceed the client's budget. Reading again later goes on where this stopped.
    /// </exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has moved the cursor meanwhile; it stays where that one has put it.</exception>
    /// <exception cref="InvalidDataException">What is stored is not a cursor.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed, after the client's own retries, and did so for longer than <see cref="ChatEventStreamOptions.MaxOutage"/>. Reading again goes on where this
    /// stopped.
    /// </exception>
    public IAsyncEnumerable<ChatEvent> ReadAvailableAsync(CancellationToken cancellationToken = default) => ReadAsync(false, cancellationToken);

    private async IAsyncEnumerable<ChatEvent> ReadAsync(bool endless, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = new StreamState(_store, _sellerId, _options.CursorName, _retry, _timeProvider);
        ReadOnlyMemory<byte>? stored = await state.ReadAsync(cancellationToken).ConfigureAwait(false);

        // WB takes for a cursor the time in milliseconds from which to go on.
        ChatCursor cursor = stored is { } bytes ? Parse(bytes.Span) : new ChatCursor { Next = _options.From?.ToUnixTimeMilliseconds() };
        if (cursor.Next <= 0)
            cursor = cursor with { Next = null };
        var seen = new SeenEvents();
        foreach (string id in cursor.RecentEventIds)
            seen.Add(id);

        bool wasNew = true;
        int nameless = 0;
        while (true)
        {
            ChatEventsResult page = await _retry
                .RunAsync(() => GetPageAsync(cursor.Next, endless, cancellationToken), OutageRetry.IsOfWildberries, cancellationToken)
                .ConfigureAwait(false);
            var pageIds = new OrderedIds();
            DateTimeOffset newest = _timeProvider.GetUtcNow();
            bool foundNew = false, hasNameless = false;
            foreach (ChatEvent chatEvent in page.Events)
            {
                if (chatEvent is null)
                    continue;
                if (chatEvent.UnreadableProperties.TryGetValue("", out JsonElement unreadable))
                {
                    _options.LeftOut?.Report(unreadable);
                    hasNameless = true;
                    continue;
                }

                newest = chatEvent.AddedAt > newest && chatEvent.AddedAt < LatestTime ? chatEvent.AddedAt.Value : newest;
                if (chatEvent.EventId.Length > 0)
                {
                    pageIds.Add(chatEvent.EventId);
                    if (!seen.Add(chatEvent.EventId))
                        continue;
                    foundNew = true;
                }
                else
                {
                    hasNameless = true;
                }

                cancellationToken.ThrowIfCancellationRequested();
                yield return chatEvent;
            }

            seen.EndPage();

            // A cursor is a time: the stream only goes forward, for pages that lead back lead in a circle. Nor does it go where no event can be yet.
            bool leadsOn = page.Next > 0 && (cursor.Next is null || page.Next > cursor.Next)
                && page.Next < (newest + FarthestAhead).ToUnixTimeMilliseconds();
            if (foundNew || leadsOn)
            {
                cursor = new ChatCursor { Next = leadsOn ? page.Next : cursor.Next, RecentEventIds = pageIds.After(cursor.RecentEventIds, RecentEventIds) };
                await state.SaveAsync(ToBytes(cursor), cancellationToken).ConfigureAwait(false);
            }

            // New events call for the next page at once. A cursor does not, for it can grow for ever: it leads past one page of repeats, not past two. Events
            // that have no id, or cannot be read, may be new: what reads to an end goes past many pages of them.
            nameless = hasNameless && leadsOn ? nameless + 1 : 0;
            bool mayBeNew = nameless > 0 && !endless && nameless < MaxNamelessPages;
            bool goesOn = page.TotalEvents != 0 && (foundNew || mayBeNew || (wasNew && leadsOn && page.Events.Count > 0));
            wasNew = foundNew;
            if (goesOn)
                continue;
            if (!endless)
                yield break;
            await Task.Delay(_options.IdleDelay, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private ChatCursor Parse(ReadOnlySpan<byte> stored)
    {
        JsonException? cause = null;
        try
        {
            if (JsonSerializer.Deserialize(stored, ChatCursorJsonContext.Default.ChatCursor) is { } cursor)
                return cursor;
        }
        catch (JsonException e)
        {
            cause = e;
        }

        throw new InvalidDataException(
            $"The state \"{_options.CursorName}\" of the seller \"{_sellerId}\" is not a cursor of chat events. Restore it, or delete it to begin anew.", cause);
    }

    private static byte[] ToBytes(ChatCursor cursor)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(cursor, ChatCursorJsonContext.Default.ChatCursor);

        // A page of many thousands: better a repeat after a restart than a stream that cannot go on.
        while (json.Length > StateStoreLimits.MaxValueLength)
        {
            cursor = cursor with { RecentEventIds = [.. cursor.RecentEventIds.TakeLast(cursor.RecentEventIds.Count / 2)] };
            json = JsonSerializer.SerializeToUtf8Bytes(cursor, ChatCursorJsonContext.Default.ChatCursor);
        }

        return json;
    }

    private Task<ChatEventsResult> GetPageAsync(long? next, bool waitForRateLimit, CancellationToken cancellationToken) => waitForRateLimit
        ? RateLimitWait.RunAsync(() => GetPageAsync(next, cancellationToken), _options.IdleDelay, _timeProvider, cancellationToken)
        : GetPageAsync(next, cancellationToken);

    private async Task<ChatEventsResult> GetPageAsync(long? next, CancellationToken cancellationToken)
    {
        ChatEventsResponse response = await _api.GetEventsAsync(next, cancellationToken).ConfigureAwait(false);
        ChatEventsResult page = response?.Result ?? new ChatEventsResult();
        IReadOnlyList<string> errors = response?.Errors ?? [];
        if (page.Events.Count == 0 && errors.Count > 0)
        {
            throw new WildberriesApiException("WB answered with an error instead of chat events; Errors has it.")
            {
                Operation = "BuyerChat.GetEvents",
                Delivery = Delivery.Answered,
                Errors = errors,
                IsTransient = true,
            };
        }

        return page;
    }

    private sealed class OrderedIds
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private readonly List<string> _ordered = [];

        internal void Add(string id)
        {
            if (_known.Add(id))
                _ordered.Add(id);
        }

        // The whole page is kept, however large: where WB sends no new cursor, the same page comes again after a restart.
        internal List<string> After(IReadOnlyList<string> earlier, int most) =>
            [.. earlier.Where(id => !_known.Contains(id)).TakeLast(Math.Max(0, most - _ordered.Count)), .. _ordered];
    }
}
