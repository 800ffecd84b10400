using System.Net;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Answers;

/// <summary>Messages in chats. They are found again among the chat's events, by chat, text, source (the seller, through the API) and time.</summary>
internal sealed class ChatAnswers(
    IBuyerChatApi api, IAnswerStore store, ChatMessenger messenger, AnswerSenderOptions options, TimeProvider clock, IAsyncEnumerable<ChatEvent>? events = null)
    : IAnswerRoute
{
    private const string SendOperation = "BuyerChat.SendMessage";

    // A page of events may span as much, and to begin anew costs a call.
    private static readonly TimeSpan SearchGap = TimeSpan.FromHours(1);

    public AnswerChannel Channel => AnswerChannel.Chat;

    /// <summary>The same, looking for messages among given events.</summary>
    public ChatAnswers Among(IAsyncEnumerable<ChatEvent>? given) => given is null ? this : new(api, store, messenger, options, clock, given);

    public async Task<DateTimeOffset> SendAsync(BuyerAnswer answer, CancellationToken cancellationToken)
    {
        SendMessageResponse response = await messenger.SendAsync(answer.TargetId, answer.Text, null, cancellationToken).ConfigureAwait(false);

        // WB names the chat of a message that it has sent. Without it nobody knows: the events will tell.
        return response?.Result is { } result ? TimeOf(result, answer) : throw WithoutResult(response);
    }

    // Where another call failed than the one that sends, it was the look-up of the chat's sign.
    public bool IsNotSent(WildberriesApiException exception) =>
        exception.Delivery is Delivery.NotSent or Delivery.Refused
        || exception.Operation is { } operation && !string.Equals(operation, SendOperation, StringComparison.Ordinal);

    public IAsyncEnumerable<BuyerAnswer> FindAsync(IReadOnlyList<BuyerAnswer> open, CancellationToken cancellationToken) =>
        events is null ? FindByTimeAsync(open, cancellationToken) : FindAmongAsync(events, [.. open], cancellationToken);

    private static WildberriesResponseException WithoutResult(SendMessageResponse? response) =>
        new("WB answered a message without saying that it was sent.")
        {
            Operation = SendOperation,
            StatusCode = HttpStatusCode.OK,
            Delivery = Delivery.Unknown,
            Errors = response?.Errors ?? [],
        };

    // WB describes the time in its answer as that of the chat's creation: only what lies within the call can be the message's.
    private DateTimeOffset TimeOf(SendMessageResult result, BuyerAnswer answer)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return result.AddedAt is { } time && time >= options.EarliestTimeOf(answer) && time <= now + options.ClockTolerance ? time : now;
    }

    // An old answer that nobody has settled must not have all events read from it until today.
    private async IAsyncEnumerable<BuyerAnswer> FindByTimeAsync(IReadOnlyList<BuyerAnswer> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (List<BuyerAnswer> near in GroupByTime(open))
        {
            IAsyncEnumerable<ChatEvent> read = ReadEventsAsync(options.EarliestTimeOf(near[0]), cancellationToken);
            await foreach (BuyerAnswer found in FindAmongAsync(read, near, cancellationToken).ConfigureAwait(false))
                yield return found;
        }
    }

    /// <summary>Those whose messages can be near each other in time: one reading of events serves them.</summary>
    private List<List<BuyerAnswer>> GroupByTime(IReadOnlyList<BuyerAnswer> open)
    {
        List<List<BuyerAnswer>> groups = [];
        foreach (BuyerAnswer answer in open)
        {
            if (groups.Count == 0 || options.EarliestTimeOf(answer) > options.LatestTimeOf(groups[^1][^1]) + SearchGap)
                groups.Add([]);
            groups[^1].Add(answer);
        }

        return groups;
    }

    /// <summary>Finds those of the open answers whose message is among the events, and takes them off the list.</summary>
    private async IAsyncEnumerable<BuyerAnswer> FindAmongAsync(
        IAsyncEnumerable<ChatEvent> among, List<BuyerAnswer> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ChatEvent chatEvent in among.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // The oldest events come first, and the open answers are in the order of their starts.
            if (chatEvent.AddedAt > options.LatestTimeOf(open[^1]))
                break;
            if (open.Find(answer => IsMessageOf(chatEvent, answer)) is not { } found
                || await IsTakenAsync(chatEvent, found, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            open.Remove(found);
            yield return found with
            {
                State = AnswerState.Sent,
                SentAt = chatEvent.AddedAt?.ToUniversalTime(),
                EventId = chatEvent.EventId.Length > 0 ? chatEvent.EventId : null,
            };
            if (open.Count == 0)
                break;
        }
    }

    private bool IsMessageOf(ChatEvent chatEvent, BuyerAnswer answer) =>
        chatEvent.Sender == ChatSender.Seller
        && chatEvent.Source == ChatMessageSource.SellerPublicApi
        && string.Equals(chatEvent.ChatId, answer.TargetId, StringComparison.Ordinal)
        && chatEvent.AddedAt is { } time
        && time >= options.EarliestTimeOf(answer)
        && time <= options.LatestTimeOf(answer)
        && AnswerTexts.IsSame(chatEvent.Message?.Text, answer.Text);

    // A failed answer can be followed by one of the same text: an event belongs to one of them.
    private async Task<bool> IsTakenAsync(ChatEvent chatEvent, BuyerAnswer answer, CancellationToken cancellationToken)
    {
        if (chatEvent.EventId.Length == 0)
            return false;
        var query = new AnswerQuery { SellerId = answer.SellerId, Channel = AnswerChannel.Chat, TargetId = answer.TargetId };
        return (await store.ListAnswersAsync(query, cancellationToken).ConfigureAwait(false))
            .Any(other => string.Equals(other.EventId, chatEvent.EventId, StringComparison.Ordinal));
    }

    private async IAsyncEnumerable<ChatEvent> ReadEventsAsync(DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = new ChatEventStream(api, new InMemoryStateStore(), "seller", new ChatEventStreamOptions { From = from }, clock);
        await foreach (ChatEvent chatEvent in stream.ReadAvailableAsync(cancellationToken).ConfigureAwait(false))
            yield return chatEvent;
    }
}
