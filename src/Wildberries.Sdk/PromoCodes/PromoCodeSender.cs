using System.Globalization;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;

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
    private readonly string _sellerId;
    private readonly TimeProvider _timeProvider;
    private readonly AnswerFlow _flow;
    private readonly ChatAnswers _chats;

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
    /// <exception cref="ArgumentOutOfRangeException">An option is negative, or <see cref="AnswerSenderOptions.MaxSendTime"/> zero.</exception>
    public PromoCodeSender(
        string sellerId,
        IBuyerChatApi api,
        IPromoCodeStore store,
        ChatMessenger? messenger = null,
        AnswerSenderOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerId);
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(store);
        AnswerSenderOptions limits = AnswerSenderOptions.Checked(options);
        _sellerId = sellerId;
        _timeProvider = timeProvider ?? ClientClock.Of(api);
        _flow = new AnswerFlow(sellerId, store, limits, _timeProvider);
        _chats = new ChatAnswers(api, store, messenger ?? new ChatMessenger(api), limits, _timeProvider);
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
    public Task<AnswerResult> SendAsync(PromoCodeSendRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        var intent = new PromoCodeSend
        {
            SellerId = _sellerId,
            Key = request.Key,
            PromoCodeId = request.Code.Id,
            TargetId = request.ChatId,
            Text = request.Text,
            Intent = request.Intent,
            Sentiment = request.Sentiment,
            IsSuggested = request.IsSuggested,
            ApprovedBy = request.ApprovedBy,
            StartedAt = _timeProvider.GetUtcNow(),
        };
        AnswerRefusal? refusal =
            request.LastBuyerMessageAt is { } lastMessage && !ReplyWindow.IsOpen(lastMessage, _timeProvider) ? AnswerRefusal.ReplyWindowIsClosed : null;
        return _flow.SendAsync(intent, refusal, _chats, nameof(request), cancellationToken);
    }

    /// <summary>
    /// Looks for the messages that were not completed, with and without promo codes, among the events of chats, and completes those it finds. A message is
    /// found by chat, text, source (the seller, through the API) and time. Call it when the program starts, and now and then. Nothing is ever sent.
    /// </summary>
    /// <param name="events">
    /// The events to look at, oldest first, if the caller has them; they must reach from before the oldest open send until now.
    /// <see langword="null"/>: they are read from WB, around the times of the open sends only. If none is open, WB is not asked. Either are read only as
    /// far as an open send's message can be among them (<see cref="AnswerSenderOptions.MaxSendTime"/>).
    /// </param>
    /// <param name="cancellationToken">Cancels the reading. What was found until then stays completed.</param>
    /// <returns>What was found, and what was not.</returns>
    /// <exception cref="WildberriesApiException">The events could not be read.</exception>
    public Task<AnswerReconciliation> ReconcileAsync(IAsyncEnumerable<ChatEvent>? events = null, CancellationToken cancellationToken = default) =>
        _flow.ReconcileAsync([_chats.Among(events)], cancellationToken);

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

    private void Check(PromoCodeSendRequest request)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Key, nameof(request));
        ArgumentException.ThrowIfNullOrWhiteSpace(request.ChatId, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Code, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Text, nameof(request));
        ThrowUnlessText(request.ChatId, int.MaxValue, nameof(PromoCodeSendRequest.ChatId));
        ThrowUnlessText(request.Key, AnswerTexts.MaxKeyLength, nameof(PromoCodeSendRequest.Key));
        ThrowUnlessText(request.ApprovedBy, AnswerTexts.MaxKeyLength, nameof(PromoCodeSendRequest.ApprovedBy));
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
}
