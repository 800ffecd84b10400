using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>
/// The events of all chats in order, from where the last run stopped. An event is handed out at least once: the cursor is saved when
/// the consumer, done with the last event of a page, asks for the next one. A consumer that stops or fails within a page gets that
/// page again next time, so make the handling safe to repeat or remember <see cref="ChatEvent.EventId"/>. Apart from that, repeats
/// are dropped by id, also across restarts; an event without an id is never dropped.
/// </summary>
/// <remarks>
/// The stream holds no state of its own but what the store has; run one stream at a time over one store. The client's rate limit
/// paces the calls. Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.
/// </remarks>
public sealed class ChatEventStream
{
    // What one page repeats from the one before is a handful; this leaves room for pages that overlap widely.
    private const int RecentEventIds = 1_000;

    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan DelayWithoutRetryAfter = TimeSpan.FromMinutes(1);

    private readonly IBuyerChatApi _api;
    private readonly IChatCursorStore _store;
    private readonly TimeSpan _idleDelay;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a stream. Nothing is asked before somebody reads.</summary>
    /// <param name="api">The chat host.</param>
    /// <param name="store">Where the cursor is kept.</param>
    /// <param name="options">Options; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="ChatEventStreamOptions.IdleDelay"/> is not longer than zero, or longer than a day.
    /// </exception>
    public ChatEventStream(IBuyerChatApi api, IChatCursorStore store, ChatEventStreamOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(store);
        _api = api;
        _store = store;
        _idleDelay = (options ?? new ChatEventStreamOptions()).IdleDelay;
        if (_idleDelay <= TimeSpan.Zero || _idleDelay > MaxDelay)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                _idleDelay,
                $"{nameof(ChatEventStreamOptions.IdleDelay)} must be longer than zero and at most a day.");
        }

        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>
    /// Reads events without end: waits for new ones, and waits out a <see cref="WildberriesRateLimitException"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. A page that was handled is saved first.</param>
    /// <returns>The events, oldest first.</returns>
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
    /// <exception cref="WildberriesApiException">A call failed, after the client's own retries. Reading again goes on where this stopped.</exception>
    public IAsyncEnumerable<ChatEvent> ReadAvailableAsync(CancellationToken cancellationToken = default) => ReadAsync(false, cancellationToken);

    private async IAsyncEnumerable<ChatEvent> ReadAsync(bool endless, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ChatCursor cursor = await _store.LoadAsync(cancellationToken).ConfigureAwait(false) ?? new ChatCursor();
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
                // Not cancelled: these events are handled, and would be handed out again.
                await _store.SaveAsync(cursor, CancellationToken.None).ConfigureAwait(false);
            }

            if (progress && page.Events.Count > 0 && page.TotalEvents != 0)
                continue;
            if (!endless)
                yield break;
            await Task.Delay(_idleDelay, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
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
                delay = _idleDelay;
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
