using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>
/// Sends messages with promo codes, each at most once, and keeps a record of them. WB has no key by which it knows a message again, so the
/// intent is written down first, then the message is sent, then the record is completed. Safe for use by many threads; keep one sender for
/// each seller.
/// </summary>
/// <remarks>
/// <para>
/// Several processes may send over one store: of all calls with one key, one sends. What was not sent, or was refused, can be tried again with the
/// same key. What a crash leaves half done is found again among the
/// chat's events (<see cref="ReconcileAsync"/>), and never sent a second time by itself. The client must not repeat writes
/// (<see cref="WildberriesCallOptions.RetryWrites"/>, off by default), else WB may get a message twice before anybody here knows.
/// </para>
/// <para>
/// The record says what was offered and why. WB attributes no purchase to a chat: it cannot say whether this buyer used the code.
/// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.
/// </para>
/// </remarks>
public sealed class PromoCodeSender
{
    private const int MaxKeyLength = 200;
    private const int MaxFailureLength = 500;
    private const string SendOperation = "BuyerChat.SendMessage";

    // A page of events may span as much, and to begin anew costs a call.
    private static readonly TimeSpan SearchGap = TimeSpan.FromHours(1);

    private readonly string _sellerId;
    private readonly IBuyerChatApi _api;
    private readonly IPromoCodeStore _store;
    private readonly ChatMessenger _messenger;
    private readonly PromoCodeSenderOptions _options;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a sender.</summary>
    /// <param name="sellerId">The seller: the <see cref="PromoCode.SellerId"/> of the codes. Chat host and seller must belong together.</param>
    /// <param name="api">The chat host, with the seller's token.</param>
    /// <param name="store">Where codes and sends are kept.</param>
    /// <param name="messenger">
    /// The seller's messenger, if there is one already: it knows the signs of chats. <see langword="null"/>: one of the sender's own.
    /// </param>
    /// <param name="options">Options; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: that of the client that <paramref name="api"/> comes from.</param>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is negative, or <see cref="PromoCodeSenderOptions.MaxSendTime"/> zero.</exception>
    public PromoCodeSender(
        string sellerId,
        IBuyerChatApi api,
        IPromoCodeStore store,
        ChatMessenger? messenger = null,
        PromoCodeSenderOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerId);
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(store);
        _sellerId = sellerId;
        _api = api;
        _store = store;
        _messenger = messenger ?? new ChatMessenger(api);
        _options = options ?? new PromoCodeSenderOptions();
        _timeProvider = timeProvider ?? ClientClock.Of(api);
        if (_options.ClockTolerance < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), _options.ClockTolerance, $"{nameof(PromoCodeSenderOptions.ClockTolerance)} must be zero or longer.");
        }

        if (_options.MaxSendTime <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), _options.MaxSendTime, $"{nameof(PromoCodeSenderOptions.MaxSendTime)} must be longer than zero.");
        }
    }

    /// <summary>
    /// Sends a message with a promo code, unless its key was used before or something stands against it. A message that failed before is sent
    /// with the same key: of many calls at the same time, by one.
    /// </summary>
    /// <param name="request">The message, with the caller's key.</param>
    /// <param name="cancellationToken">
    /// Cancels the call. If the intent is written down by then, it stays: nobody knows whether the message was sent.
    /// </param>
    /// <returns>
    /// What came of it. With a key whose message was sent, or perhaps was: what came of that call, even where the code has ended since; nothing
    /// is sent.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The request is not what WB takes, the code does not stand by itself in the text or is of another seller, or the key was used for another message.
    /// </exception>
    /// <remarks>
    /// What the store throws before the message is sent is thrown, and nothing is sent. Where the store throws afterwards, the record stays
    /// open, and <see cref="ReconcileAsync"/> completes it.
    /// </remarks>
    public async Task<PromoCodeSendResult> SendAsync(PromoCodeSendRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        if (await _store.FindSendAsync(_sellerId, request.Key, cancellationToken).ConfigureAwait(false) is { } known
            && !(known.State == PromoCodeSendState.Failed && IsMessageOf(request, known)))
        {
            return Repeat(request, known);
        }

        if (request.LastBuyerMessageAt is { } lastMessage && !ReplyWindow.IsOpen(lastMessage, _timeProvider))
            return Refused(PromoCodeSendRefusal.ReplyWindowIsClosed, null);

        var intent = new PromoCodeSend
        {
            SellerId = _sellerId,
            Key = request.Key,
            PromoCodeId = request.Code.Id,
            ChatId = request.ChatId,
            Text = request.Text,
            Intent = request.Intent,
            Sentiment = request.Sentiment,
            IsSuggested = request.IsSuggested,
            ApprovedBy = request.ApprovedBy,
            StartedAt = _timeProvider.GetUtcNow(),
        };
        PromoCodeSendStart start = await _store.StartSendAsync(intent, cancellationToken).ConfigureAwait(false);
        if (start.Refusal is { } refusal)
            return Refused(refusal, start.Send);
        if (!start.IsStarted)
            return Repeat(request, start.Send ?? throw new InvalidOperationException("The store knows the key, but not what it stands for."));

        return await SendStartedAsync(intent, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Looks for the messages of sends that were not completed among the chat's events, and completes those it finds. A message is found by
    /// chat, text, source (the seller, through the API) and time. Call it when the program starts, and now and then. Nothing is ever sent.
    /// </summary>
    /// <param name="events">
    /// The events to look at, oldest first, if the caller has them; they must reach from before the oldest open sending until now.
    /// <see langword="null"/>: they are read from WB, around the times of the open sends only. If none is open, WB is not asked. Either are read only as
    /// far as an open sending's message can be among them (<see cref="PromoCodeSenderOptions.MaxSendTime"/>).
    /// </param>
    /// <param name="cancellationToken">Cancels the reading. What was found until then stays completed.</param>
    /// <returns>What was found, and what was not.</returns>
    /// <exception cref="WildberriesApiException">The events could not be read.</exception>
    public async Task<PromoCodeReconciliation> ReconcileAsync(
        IAsyncEnumerable<ChatEvent>? events = null, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        var query = new PromoCodeSendQuery { SellerId = _sellerId, State = PromoCodeSendState.Pending };
        List<PromoCodeSend> open = [.. await _store.ListSendsAsync(query, cancellationToken).ConfigureAwait(false)];
        List<PromoCodeSend> sent = [];
        if (events is not null)
        {
            await FindAsync(events, open, sent, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // An old send that nobody has settled must not have all events read from it until today.
            foreach (List<PromoCodeSend> near in GroupByTime(open))
            {
                await FindAsync(ReadEventsAsync(near[0].StartedAt - _options.ClockTolerance, cancellationToken), near, sent, cancellationToken).ConfigureAwait(false);
            }

            open.RemoveAll(send => sent.Exists(found => string.Equals(found.Key, send.Key, StringComparison.Ordinal)));
        }

        return new PromoCodeReconciliation
        {
            Sent = sent,
            Unknown = [.. open.Where(send => send.StartedAt <= now - _options.MaxSendTime)],
            InFlight = [.. open.Where(send => send.StartedAt > now - _options.MaxSendTime)],
        };
    }

    /// <summary>Completes those of the open sends whose message is among the events, and takes them off the list.</summary>
    private async Task FindAsync(
        IAsyncEnumerable<ChatEvent> events, List<PromoCodeSend> open, List<PromoCodeSend> sent, CancellationToken cancellationToken)
    {
        if (open.Count == 0)
            return;
        await foreach (ChatEvent chatEvent in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // The oldest events come first, and the open sends are in the order of their starts.
            if (chatEvent.AddedAt > LatestTimeOf(open[^1]))
                break;
            if (open.Find(send => IsMessageOf(chatEvent, send)) is not { } found
                || await IsTakenAsync(chatEvent, found, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            open.Remove(found);
            PromoCodeSend outcome = found with
            {
                State = PromoCodeSendState.Sent,
                SentAt = chatEvent.AddedAt?.ToUniversalTime(),
                EventId = chatEvent.EventId.Length > 0 ? chatEvent.EventId : null,
            };
            sent.Add(await _store.CompleteSendAsync(outcome, cancellationToken).ConfigureAwait(false));
            if (open.Count == 0)
                break;
        }
    }

    /// <summary>Those whose messages can be near each other in time: one reading of events serves them.</summary>
    private List<List<PromoCodeSend>> GroupByTime(List<PromoCodeSend> open)
    {
        List<List<PromoCodeSend>> groups = [];
        foreach (PromoCodeSend send in open)
        {
            if (groups.Count == 0 || send.StartedAt - _options.ClockTolerance > LatestTimeOf(groups[^1][^1]) + SearchGap)
                groups.Add([]);
            groups[^1].Add(send);
        }

        return groups;
    }

    private static PromoCodeSendResult Refused(PromoCodeSendRefusal refusal, PromoCodeSend? earlier) =>
        new() { Outcome = PromoCodeSendOutcome.Refused, Refusal = refusal, Send = earlier };

    private static PromoCodeSendResult Repeat(PromoCodeSendRequest request, PromoCodeSend known)
    {
        if (!IsMessageOf(request, known))
            throw new ArgumentException("The key was used for another message; a key stands for one message for ever.", nameof(request));
        return new PromoCodeSendResult { Outcome = OutcomeOf(known), Send = known, IsRepeat = true };
    }

    private static bool IsMessageOf(PromoCodeSendRequest request, PromoCodeSend known) =>
        known.IsMessage(request.Code.Id, request.ChatId, request.Text);

    private static PromoCodeSendOutcome OutcomeOf(PromoCodeSend send) => send.State switch
    {
        PromoCodeSendState.Sent => PromoCodeSendOutcome.Sent,
        PromoCodeSendState.Failed => PromoCodeSendOutcome.Failed,
        _ => PromoCodeSendOutcome.Unknown,
    };

    // SALE10 is not in SALE100.
    private static bool HasWord(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            int end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }

    // Line ends and spaces around it are what a server on the way may change.
    private static bool IsSameText(string? one, string other) =>
        string.Equals(one?.ReplaceLineEndings("\n").Trim(), other.ReplaceLineEndings("\n").Trim(), StringComparison.Ordinal);

    // Where another call failed than the one that sends, it was the look-up of the chat's sign.
    private static bool IsWithoutMessage(WildberriesApiException exception) =>
        exception.Delivery is Delivery.NotSent or Delivery.Refused
        || exception.Operation is { } operation && !string.Equals(operation, SendOperation, StringComparison.Ordinal);

    private void Check(PromoCodeSendRequest request)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Key, nameof(request));
        ArgumentException.ThrowIfNullOrWhiteSpace(request.ChatId, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Code, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Text, nameof(request));
        ThrowUnlessText(request.ChatId, int.MaxValue, nameof(PromoCodeSendRequest.ChatId));
        ThrowUnlessText(request.Key, MaxKeyLength, nameof(PromoCodeSendRequest.Key));
        ThrowUnlessText(request.ApprovedBy, MaxKeyLength, nameof(PromoCodeSendRequest.ApprovedBy));
        ThrowUnlessText(request.Text, ChatMessenger.MaxTextLength, nameof(PromoCodeSendRequest.Text));
        if (!string.Equals(request.Code.SellerId, _sellerId, StringComparison.Ordinal))
            throw new ArgumentException("The code is of another seller than the sender.", nameof(request));
        if (!HasWord(request.Text, request.Code.Code))
        {
            throw new ArgumentException(
                $"The text does not contain the code {request.Code.Code} with neither letter nor digit beside it.", nameof(request));
        }

        static void ThrowUnlessText(string? value, int limit, string property)
        {
            if (value is null)
                return;
            if (Argument.TextFault(value) is { } fault)
                throw new ArgumentException($"{property} has {fault}.", nameof(request));
            if (Argument.Characters(value) is var length && length > limit)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{property} has {length:N0} characters; it may have at most {limit:N0}."),
                    nameof(request));
            }
        }
    }

    private async Task<PromoCodeSendResult> SendStartedAsync(PromoCodeSend intent, CancellationToken cancellationToken)
    {
        SendMessageResponse response;
        try
        {
            response = await _messenger.SendAsync(intent.ChatId, intent.Text, null, cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException e) when (IsWithoutMessage(e))
        {
            PromoCodeSend outcome = intent with { State = PromoCodeSendState.Failed, Failure = SafeText.Clean(e.Message, MaxFailureLength, Redaction.None) };
            PromoCodeSend failed = await CompleteAsync(outcome).ConfigureAwait(false);
            return new PromoCodeSendResult { Outcome = OutcomeOf(failed), Send = failed, Error = e };
        }
        catch (WildberriesApiException e)
        {
            return new PromoCodeSendResult { Outcome = PromoCodeSendOutcome.Unknown, Send = intent, Error = e };
        }

        // WB names the chat of a message that it has sent. Without it nobody knows: the events will tell.
        if (response?.Result is null)
            return new PromoCodeSendResult { Outcome = PromoCodeSendOutcome.Unknown, Send = intent, Error = WithoutResult(response) };

        PromoCodeSend sent = await CompleteAsync(intent with { State = PromoCodeSendState.Sent, SentAt = TimeOf(response, intent) })
            .ConfigureAwait(false);
        return new PromoCodeSendResult { Outcome = OutcomeOf(sent), Send = sent };
    }

    private static WildberriesResponseException WithoutResult(SendMessageResponse? response) =>
        new("WB answered a message without saying that it was sent.")
        {
            Operation = SendOperation,
            StatusCode = HttpStatusCode.OK,
            Delivery = Delivery.Unknown,
            Errors = response?.Errors ?? [],
        };

    // Not cancelled: it has happened, and must be on record.
    private Task<PromoCodeSend> CompleteAsync(PromoCodeSend outcome) => _store.CompleteSendAsync(outcome, CancellationToken.None);

    // WB describes the time in its answer as that of the chat's creation: only what lies within the call can be the message's.
    private DateTimeOffset TimeOf(SendMessageResponse response, PromoCodeSend intent)
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        return response.Result?.AddedAt is { } time && time >= intent.StartedAt - _options.ClockTolerance && time <= now + _options.ClockTolerance
            ? time
            : now;
    }

    private bool IsMessageOf(ChatEvent chatEvent, PromoCodeSend send) =>
        chatEvent.Sender == ChatSender.Seller
        && chatEvent.Source == ChatMessageSource.SellerPublicApi
        && string.Equals(chatEvent.ChatId, send.ChatId, StringComparison.Ordinal)
        && chatEvent.AddedAt is { } time
        && time >= send.StartedAt - _options.ClockTolerance
        && time <= LatestTimeOf(send)
        && IsSameText(chatEvent.Message?.Text, send.Text);

    private DateTimeOffset LatestTimeOf(PromoCodeSend send) => send.StartedAt + _options.MaxSendTime + _options.ClockTolerance;

    // A failed sending can be followed by one of the same text: an event belongs to one of them.
    private async Task<bool> IsTakenAsync(ChatEvent chatEvent, PromoCodeSend send, CancellationToken cancellationToken)
    {
        if (chatEvent.EventId.Length == 0)
            return false;
        var query = new PromoCodeSendQuery { SellerId = _sellerId, ChatId = send.ChatId };
        return (await _store.ListSendsAsync(query, cancellationToken).ConfigureAwait(false))
            .Any(other => string.Equals(other.EventId, chatEvent.EventId, StringComparison.Ordinal));
    }

    private async IAsyncEnumerable<ChatEvent> ReadEventsAsync(DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = new ChatEventStream(_api, new InMemoryStateStore(), "seller", new ChatEventStreamOptions { From = from }, _timeProvider);
        await foreach (ChatEvent chatEvent in stream.ReadAvailableAsync(cancellationToken).ConfigureAwait(false))
            yield return chatEvent;
    }
}
