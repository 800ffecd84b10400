using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Answers;

/// <summary>
/// Answers buyers in chats, reviews and questions, each time at most once, and keeps a record of it. WB has no key by which it knows an answer again, so the
/// intent is written down first, then the answer is sent, then the record is completed. Safe for use by many threads; keep one sender for each seller.
/// </summary>
/// <remarks>
/// <para>
/// Several processes may answer over one store: of all calls with one key, one sends. A review or question is answered once and its answer edited once,
/// whatever the keys. What was not sent, or was refused, can be tried again with the same key. What a crash leaves half done is found again at WB
/// (<see cref="ReconcileAsync"/>), and never sent a second time by itself. The client must not repeat writes
/// (<see cref="WildberriesCallOptions.RetryWrites"/>, off by default), else WB may get an answer twice before anybody here knows.
/// </para>
/// <para>
/// Messages with promo codes go through <see cref="PromoCodeSender"/>, over the same store.
/// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication"/>.
/// </para>
/// </remarks>
public sealed class AnswerSender
{
    // How long WB lets an answer be edited.
    private const int EditDays = 60;

    private readonly string _sellerId;
    private readonly IAnswerStore _store;
    private readonly TimeProvider _timeProvider;
    private readonly AnswerFlow _flow;
    private readonly string? _approver;

    // Made when they are first needed. Reconciling needs all three.
    private readonly Lazy<ChatMessenger> _messenger;
    private readonly Lazy<ChatAnswers> _chats;
    private readonly Lazy<FeedbackAnswers> _feedbacks;
    private readonly Lazy<QuestionAnswers> _questions;

    /// <summary>Creates a sender.</summary>
    /// <param name="sellerId">The seller, as in <see cref="PromoCode.SellerId"/>: client and seller must belong together.</param>
    /// <param name="client">The seller's client.</param>
    /// <param name="store">Where answers are kept.</param>
    /// <param name="messenger">
    /// The seller's messenger, if there is one already: it knows the signs of chats. <see langword="null"/>: one of the sender's own.
    /// </param>
    /// <param name="options">Options; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: that of the client.</param>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is negative, or <see cref="AnswerSenderOptions.MaxSendTime"/> zero.</exception>
    public AnswerSender(
        string sellerId,
        IWildberriesClient client,
        IAnswerStore store,
        ChatMessenger? messenger = null,
        AnswerSenderOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerId);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(store);
        AnswerSenderOptions limits = AnswerSenderOptions.Checked(options);
        _sellerId = sellerId;
        _store = store;
        _messenger = new(() => messenger ?? new ChatMessenger(client.BuyerChat));
        _timeProvider = timeProvider ?? ClientClock.Of(client.Feedbacks);
        _flow = new AnswerFlow(sellerId, store, limits, _timeProvider);
        _chats = new(() => new ChatAnswers(client.BuyerChat, store, _messenger.Value, limits, _timeProvider));
        _feedbacks = new(() => new FeedbackAnswers(client.Feedbacks, _timeProvider));
        _questions = new(() => new QuestionAnswers(client.Questions, limits, _timeProvider));
    }

    private AnswerSender(AnswerSender sender, string approver)
    {
        _sellerId = sender._sellerId;
        _store = sender._store;
        _timeProvider = sender._timeProvider;
        _flow = sender._flow;
        _messenger = sender._messenger;
        _chats = sender._chats;
        _feedbacks = sender._feedbacks;
        _questions = sender._questions;
        _approver = approver;
    }

    /// <summary>The same sender, whose answers have on record who approved them: <see cref="BuyerAnswer.ApprovedBy"/>.</summary>
    /// <param name="approver">Who approves, in your words; at most 200 characters.</param>
    /// <returns>A view of this sender.</returns>
    /// <exception cref="ArgumentException">It is blank or too long.</exception>
    public AnswerSender ApprovedBy(string approver) => new(this, AnswerTexts.Kept(approver, nameof(approver)));

    /// <summary>
    /// Answers a review, unless the key was used before or something stands against it. An answer that failed before is sent with the same key: of many
    /// calls at the same time, by one.
    /// </summary>
    /// <param name="feedback">The review as it was read: WB does not check the id, and a review that has an answer is refused.</param>
    /// <param name="text">The answer, 2 to 5,000 characters, an emoji being one, and not blank.</param>
    /// <param name="key">
    /// Your key, 1 to 200 characters: the same for the same answer, also after a crash, and never the same for two. The review's id is one.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancels the call. If the intent is written down by then, it stays: nobody knows whether the answer was sent.
    /// </param>
    /// <returns>
    /// What came of it. With a key whose answer was sent, or perhaps was: what came of that call; nothing is sent. Sent does not mean that buyers see it:
    /// WB looks at it later (<see cref="StreamRejectedAsync"/>).
    /// </returns>
    /// <exception cref="ArgumentException">WB would not take it, or the key was used for another answer.</exception>
    /// <remarks>
    /// What the store throws before the answer is sent is thrown, and nothing is sent. Where the store throws afterwards, the record stays
    /// open, and <see cref="ReconcileAsync"/> completes it.
    /// </remarks>
    public Task<AnswerResult> AnswerAsync(Feedback feedback, string text, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        FeedbackLimits.Answer(text, nameof(text));
        BuyerAnswer intent = Intent(AnswerChannel.Feedback, Argument.Text(feedback.Id, name: nameof(feedback)), text, key);
        AnswerRefusal? refusal = string.IsNullOrWhiteSpace(feedback.Answer?.Text) ? null : AnswerRefusal.AlreadyAnswered;
        return _flow.SendAsync(intent, refusal, _feedbacks.Value, nameof(key), cancellationToken);
    }

    /// <summary>
    /// Answers a question. It is read again just before, for to answer one that has an answer would be to edit that: what a colleague has answered meanwhile is
    /// <see cref="AnswerRefusal.AlreadyAnswered"/>. A moment remains in which somebody else may answer. All else as with a review.
    /// </summary>
    /// <param name="question">The question as it was read: to answer one that has an answer would be to edit that, and is refused.</param>
    /// <param name="text">The answer, 2 to 5,000 characters, an emoji being one, and not blank.</param>
    /// <param name="key">Your key, 1 to 200 characters. The question's id is one.</param>
    /// <param name="cancellationToken">
    /// Cancels the call. If the intent is written down by then, it stays: nobody knows whether the answer was sent.
    /// </param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentException">WB would not take it, or the key was used for another answer.</exception>
    public Task<AnswerResult> AnswerAsync(Question question, string text, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        QuestionLimits.Answer(text, nameof(text));
        BuyerAnswer intent = Intent(AnswerChannel.Question, Argument.Text(question.Id, name: nameof(question)), text, key);
        return _flow.SendAsync(intent, RefusalOf(question), _questions.Value, nameof(key), cancellationToken, LookAsync);

        // For WB an answer to a question that has one is an edit: a colleague's would be lost, and with it the only edit.
        async Task<AnswerRefusal?> LookAsync(CancellationToken token) => RefusalOf(await _questions.Value.ReadAsync(question.Id, token).ConfigureAwait(false));

        static AnswerRefusal? RefusalOf(Question? question) => string.IsNullOrWhiteSpace(question?.Answer?.Text) ? null : AnswerRefusal.AlreadyAnswered;
    }

    /// <summary>Answers a buyer's message in a chat. A chat can be answered any number of times: it is the key that stands for one message.</summary>
    /// <param name="message">
    /// The buyer's message. If it is older than <see cref="ReplyWindow"/> allows, the call is refused: take the newest in the chat.
    /// </param>
    /// <param name="text">The answer, 1 to 1,000 characters, an emoji being one, and not blank.</param>
    /// <param name="key">Your key, 1 to 200 characters. The event's id is one.</param>
    /// <param name="cancellationToken">
    /// Cancels the call. If the intent is written down by then, it stays: nobody knows whether the message was sent.
    /// </param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentException">WB would not take it, it is no message of a buyer's, or the key was used for another answer.</exception>
    public Task<AnswerResult> AnswerAsync(ChatEvent message, string text, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Sender != ChatSender.Client)
            throw new ArgumentException($"It is a message of {message.Sender}; a buyer's is answered ({ChatSender.Client}).", nameof(message));
        Argument.Message(text, 1, ChatMessenger.MaxTextLength, nameof(text));
        BuyerAnswer intent = Intent(AnswerChannel.Chat, Argument.Text(message.ChatId, name: nameof(message)), text, key);
        _messenger.Value.Remember(message);
        AnswerRefusal? refusal =
            message.AddedAt is { } time && !ReplyWindow.IsOpen(time, _timeProvider) ? AnswerRefusal.ReplyWindowIsClosed : null;
        return _flow.SendAsync(intent, refusal, _chats.Value, nameof(key), cancellationToken);
    }

    /// <summary>Edits the answer to a review: WB takes that once, within 60 days. All else as with an answer.</summary>
    /// <param name="feedback">The review as it was read, with its answer.</param>
    /// <param name="text">The new text, 2 to 5,000 characters, an emoji being one, and not blank.</param>
    /// <param name="key">Your key of the edit, 1 to 200 characters: another than that of the answer.</param>
    /// <param name="cancellationToken">
    /// Cancels the call. If the intent is written down by then, it stays: nobody knows whether the edit was sent.
    /// </param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentException">WB would not take it, or the key was used for another answer.</exception>
    public Task<AnswerResult> EditAnswerAsync(Feedback feedback, string text, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        FeedbackLimits.Answer(text, nameof(text));
        BuyerAnswer intent = Intent(AnswerChannel.Feedback, Argument.Text(feedback.Id, name: nameof(feedback)), text, key) with { IsEdit = true };
        AnswerRefusal? refusal = RefusalOfEdit(feedback.Answer?.Text, text, feedback.Answer?.IsEditable != false);
        return _flow.SendAsync(intent, refusal, _feedbacks.Value, nameof(key), cancellationToken);
    }

    /// <summary>Edits the answer to a question: WB takes that once, within 60 days. All else as with an answer.</summary>
    /// <param name="question">The question as it was read, with its answer.</param>
    /// <param name="text">The new text, 2 to 5,000 characters, an emoji being one, and not blank.</param>
    /// <param name="key">Your key of the edit, 1 to 200 characters: another than that of the answer.</param>
    /// <param name="cancellationToken">
    /// Cancels the call. If the intent is written down by then, it stays: nobody knows whether the edit was sent.
    /// </param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentException">WB would not take it, or the key was used for another answer.</exception>
    public Task<AnswerResult> EditAnswerAsync(Question question, string text, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        QuestionLimits.Answer(text, nameof(text));
        BuyerAnswer intent = Intent(AnswerChannel.Question, Argument.Text(question.Id, name: nameof(question)), text, key) with { IsEdit = true };

        // What WB says of it counts before what its time says.
        bool isEditable = question.Answer?.IsEditable ?? !(question.Answer?.CreatedAt <= _timeProvider.GetUtcNow().AddDays(-EditDays));
        AnswerRefusal? refusal = RefusalOfEdit(question.Answer?.Text, text, isEditable);
        return _flow.SendAsync(intent, refusal, _questions.Value, nameof(key), cancellationToken);
    }

    /// <summary>
    /// Looks for answers that were not completed, those with promo codes too, and completes those that are at WB: messages among the events of chats, by
    /// chat, text, source (the seller, through the API) and time; answers to reviews and questions by reading these, an answer being ours if it has our text.
    /// Call it when the program starts, and now and then. Nothing is ever sent.
    /// </summary>
    /// <param name="events">
    /// The chat events to look at, oldest first, if the caller has them; they must reach from before the oldest open message until now.
    /// <see langword="null"/>: they are read from WB, around the times of the open messages only. What has nothing open is not asked for. Either are read only
    /// as far as an open message can be among them (<see cref="AnswerSenderOptions.MaxSendTime"/>).
    /// </param>
    /// <param name="cancellationToken">Cancels the reading. What was found until then stays completed.</param>
    /// <returns>What was found, and what was not.</returns>
    /// <exception cref="WildberriesApiException">Events, a review or a question could not be read. What was found until then stays completed.</exception>
    public Task<AnswerReconciliation> ReconcileAsync(IAsyncEnumerable<ChatEvent>? events = null, CancellationToken cancellationToken = default) =>
        _flow.ReconcileAsync(Routes(events), cancellationToken);

    /// <summary>
    /// Reads the reviews that were answered since a time, one call each, and gives those whose answer WB has rejected: it looks at answers after it has taken
    /// them. Of answers to questions WB says no such thing.
    /// </summary>
    /// <param name="from">Answers whose intent was written down then or later.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rejected answers, the oldest first. Those that were rejected before and are still there are among them each time.</returns>
    /// <exception cref="WildberriesApiException">A review could not be read. If only that one cannot be, the others come first.</exception>
    public async IAsyncEnumerable<RejectedAnswer> StreamRejectedAsync(
        DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = new AnswerQuery { SellerId = _sellerId, Channel = AnswerChannel.Feedback, State = AnswerState.Sent, From = from };
        IReadOnlyList<BuyerAnswer> sent = await _store.ListAnswersAsync(query, cancellationToken).ConfigureAwait(false);

        WildberriesResponseException? unread = null;

        // What WB says is about the last text: the edit's, if there is one.
        foreach (BuyerAnswer answer in sent.GroupBy(answer => answer.TargetId, StringComparer.Ordinal)
            .Select(answers => answers.FirstOrDefault(answer => answer.IsEdit) ?? answers.Last()))
        {
            Feedback? feedback = null;
            try
            {
                feedback = await _feedbacks.Value.ReadAsync(answer.TargetId, cancellationToken).ConfigureAwait(false);
            }
            catch (WildberriesResponseException exception) when (!exception.IsTransient)
            {
                unread ??= exception;
            }

            if (feedback?.Answer?.State == FeedbackAnswerState.Rejected)
                yield return new RejectedAnswer { Answer = answer, Feedback = feedback };
        }

        if (unread is not null)
            ExceptionDispatchInfo.Throw(unread);
    }

    private static AnswerRefusal? RefusalOfEdit(string? there, string text, bool isEditable) =>
        string.IsNullOrWhiteSpace(there) ? AnswerRefusal.NotAnswered
        : AnswerTexts.IsSame(there, text) ? AnswerRefusal.AlreadyAnswered
        : isEditable ? null
        : AnswerRefusal.NotEditable;

    private BuyerAnswer Intent(AnswerChannel channel, string targetId, string text, string key) => new()
    {
        SellerId = _sellerId,
        Key = AnswerTexts.Kept(key, nameof(key)),
        Channel = channel,
        TargetId = targetId,
        Text = text,
        ApprovedBy = _approver,
        StartedAt = _timeProvider.GetUtcNow(),
    };

    private IEnumerable<IAnswerRoute> Routes(IAsyncEnumerable<ChatEvent>? events)
    {
        yield return _chats.Value.Among(events);
        yield return _feedbacks.Value;
        yield return _questions.Value;
    }
}
