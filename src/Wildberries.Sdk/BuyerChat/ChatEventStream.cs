using System.Runtime.CompilerServices;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>
/// The events of all chats in order, from where the last run stopped. An event is handed out at least once: the cursor is saved when
/// the consumer, done with the last event of a page, asks for the next one. A consumer that stops or fails within a page gets that
/// page again next time, so make the handling safe to repeat or remember <see cref="ChatEvent.EventId"/>. Apart from that, repeats
/// are dropped by id, also across restarts; an event without an id is never dropped.
/// </summary>
/// <remarks>
/// The stream holds no state of its own but what the store has. Run one stream at a time over one cursor, which is known by the seller and
/// <see cref="ChatEventStreamOptions.CursorName"/>: of two, the slower one ends with a <see cref="WildberriesStateConflictException"/>, and nothing is lost. The client's rate limit
/// paces the calls. Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.
/// </remarks>
public sealed class ChatEventStream
{
    // What one page repeats from the one before is a handful; this leaves room for pages that overlap widely.
    private const int RecentEventIds = 1_000;

    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan DelayWithoutRetryAfter = TimeSpan.FromMinutes(1);

    private readonly IBuyerChatApi _api;
    private readonly IStateStore _store;
    private readonly string _sellerId;
    private readonly ChatEventStreamOptions _options;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a stream. Nothing is asked before somebody reads.</summary>
    /// <param name="api">The chat host.</param>
    /// <param name="store">Where the cursor is kept.</param>
    /// <param name="sellerId">
    /// Whose cursor it is: the seller's id, or another name that you give to the seller. Always the same for one seller, and another one for
    /// each seller, for events are left out where a cursor is another seller's.
    /// </param>
    /// <param name="options">Options; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="ChatEventStreamOptions.IdleDelay"/> is not longer than zero, or longer than a day.
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
        if (_options.IdleDelay <= TimeSpan.Zero || _options.IdleDelay > MaxDelay)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                _options.IdleDelay,
                $"{nameof(ChatEventStreamOptions.IdleDelay)} must be longer than zero and at most a day.");
        }

        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>
    /// Reads events without end: waits for new ones, and waits out a <see cref="WildberriesRateLimitException"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. A page that was handled is saved first.</param>
    /// <returns>The events, oldest first.</returns>
    /// <exception cref="WildberriesStateConflictException">Another reader has moved the cursor meanwhile; it stays where that one has put it.</exception>
    /// <exception cref="InvalidDataException">What is stored is not a cursor.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed for another reason than the rate limit, after the client's own retries. Reading again goes on where this stopped.
    /// </exception>
    public IAsyncEnumerable<ChatEvent> ReadAllAsync(CancellationToken cancellationToken = default) => ReadAsync(true, cancellationToken);

    /// <summary>Reads the events that are there now, and ends when WB has no more.</summary>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. A page that was handled is saved first.</param>
    /// <returns>The events, oldest first.</returns>
    /// <exception cref="WildberriesRateLimitException">
    /// The wait for the rate limit would exceed the client's budget. Reading again later goes on where this stopped.
    /// </exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has moved the cursor meanwhile; it stays where that one has put it.</exception>
    /// <exception cref="InvalidDataException">What is stored is not a cursor.</exception>
    /// <exception cref="WildberriesApiException">A call failed, after the client's own retries. Reading again goes on where this stopped.</exception>
    public IAsyncEnumerable<ChatEvent> ReadAvailableAsync(CancellationToken cancellationToken = default) => ReadAsync(false, cancellationToken);

    private async IAsyncEnumerable<ChatEvent> ReadAsync(bool endless, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StoredState? stored = await _store.ReadAsync(_sellerId, _options.CursorName, cancellationToken).ConfigureAwait(false);
        long version = stored?.Version ?? 0;

        // WB takes for a cursor the time in milliseconds from which to go on.
        ChatCursor cursor = stored is null ? new ChatCursor { Next = _options.From?.ToUnixTimeMilliseconds() } : Parse(stored);
        if (cursor.Next <= 0)
            cursor = cursor with { Next = null };
        var known = new HashSet<string>(cursor.RecentEventIds, StringComparer.Ordinal);

        while (true)
        {
            ChatEventsResult page = await GetPageAsync(cursor.Next, endless, cancellationToken).ConfigureAwait(false);
            var pageIds = new OrderedIds();
            bool foundNew = false;
            foreach (ChatEvent chatEvent in page.Events)
            {
                if (chatEvent is null)
                    continue;
                if (chatEvent.UnreadableProperties.TryGetValue("", out JsonElement unreadable))
                {
                    _options.LeftOut?.Report(unreadable);
                    continue;
                }

                if (chatEvent.EventId.Length > 0)
                {
                    if (!pageIds.Add(chatEvent.EventId) || known.Contains(chatEvent.EventId))
                        continue;
                    foundNew = true;
                }

                cancellationToken.ThrowIfCancellationRequested();
                yield return chatEvent;
            }

            // A page of repeats must not lead backwards: two pages could point at each other for ever.
            long? next = page.Next > 0 && (foundNew || cursor.Next is null || page.Next > cursor.Next) ? page.Next : cursor.Next;
            bool progress = foundNew || next != cursor.Next;
            if (progress)
            {
                cursor = new ChatCursor { Next = next, RecentEventIds = pageIds.After(cursor.RecentEventIds, RecentEventIds) };
                known = new HashSet<string>(cursor.RecentEventIds, StringComparer.Ordinal);
                version = await SaveAsync(cursor, version).ConfigureAwait(false);
            }

            if (progress && page.Events.Count > 0 && page.TotalEvents != 0)
                continue;
            if (!endless)
                yield break;
            await Task.Delay(_options.IdleDelay, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private ChatCursor Parse(StoredState stored)
    {
        JsonException? cause = null;
        try
        {
            if (JsonSerializer.Deserialize(stored.Value.Span, ChatCursorJsonContext.Default.ChatCursor) is { } cursor)
                return cursor;
        }
        catch (JsonException e)
        {
            cause = e;
        }

        throw new InvalidDataException(
            $"The state \"{_options.CursorName}\" of the seller \"{_sellerId}\" is not a cursor of chat events. Restore it, or delete it to begin anew.", cause);
    }

    private async ValueTask<long> SaveAsync(ChatCursor cursor, long version)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(cursor, ChatCursorJsonContext.Default.ChatCursor);

        // A page of many thousands: better a repeat after a restart than a stream that cannot go on.
        while (json.Length > StateStoreLimits.MaxValueLength)
        {
            cursor = cursor with { RecentEventIds = [.. cursor.RecentEventIds.TakeLast(cursor.RecentEventIds.Count / 2)] };
            json = JsonSerializer.SerializeToUtf8Bytes(cursor, ChatCursorJsonContext.Default.ChatCursor);
        }

        // Not cancelled: these events are handled, and would be handed out again.
        StateWriteResult written =
            await _store.TryWriteAsync(_sellerId, _options.CursorName, json, version, CancellationToken.None).ConfigureAwait(false);
        return written.Succeeded
            ? written.Version
            : throw new WildberriesStateConflictException(
                $"Another reader has moved the cursor \"{_options.CursorName}\" of the seller \"{_sellerId}\": run one stream at a time over it, or give each a CursorName of its own.");
    }

    private async Task<ChatEventsResult> GetPageAsync(long? next, bool waitForRateLimit, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan delay;
            try
            {
                ChatEventsResponse response = await _api.GetEventsAsync(next, cancellationToken).ConfigureAwait(false);
                ChatEventsResult page = response?.Result ?? new ChatEventsResult();
                if (page.Events.Count == 0 && response?.Errors is { Count: > 0 } errors)
                {
                    throw new WildberriesApiException("WB answered with errors instead of chat events; Errors has them.")
                    {
                        Operation = "BuyerChat.GetEvents",
                        Delivery = Delivery.Answered,
                        Errors = errors,
                    };
                }

                return page;
            }
            catch (WildberriesRateLimitException e) when (waitForRateLimit)
            {
                delay = e.RetryAfter ?? DelayWithoutRetryAfter;
            }

            if (delay <= TimeSpan.Zero)
                delay = _options.IdleDelay;
            await Task.Delay(delay < MaxDelay ? delay : MaxDelay, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class OrderedIds
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private readonly List<string> _ordered = [];

        internal bool Add(string id)
        {
            if (!_known.Add(id))
                return false;
            _ordered.Add(id);
            return true;
        }

        // The whole page stays known, however large: where WB sends no new cursor, the same page comes again.
        internal List<string> After(IReadOnlyList<string> earlier, int most) =>
            [.. earlier.Where(id => !_known.Contains(id)).TakeLast(Math.Max(0, most - _ordered.Count)), .. _ordered];
    }
}
