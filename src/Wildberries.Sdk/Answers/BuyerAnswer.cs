using System.Globalization;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Answers;

/// <summary>
/// One answer to a buyer, written down before it is sent: a message in a chat, the answer to a review or to a question, or the edit of one. A message with a
/// promo code is a <see cref="PromoCodeSend"/>.
/// </summary>
public record BuyerAnswer
{
    /// <summary>The seller who answers.</summary>
    public required string SellerId
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(SellerId))!;
    }

    /// <summary>
    /// The caller's key of this one answer. Within a seller, a key stands for one answer for ever, whatever its channel. While that has failed, the key can
    /// begin it again.
    /// </summary>
    public required string Key
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(Key))!;
    }

    /// <summary>Where the buyer is answered.</summary>
    public AnswerChannel Channel { get; init; }

    /// <summary>The id of the chat, of the review or of the question.</summary>
    public required string TargetId
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(TargetId))!;
    }

    /// <summary>Whether it takes the place of an answer that was given before, to a review or a question.</summary>
    public bool IsEdit { get; init; }

    /// <summary>The whole text. It is kept to find the answer again at WB.</summary>
    public required string Text
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(Text))!;
    }

    /// <summary>Who approved it, in the caller's words; <see langword="null"/>: nobody, it was sent without approval.</summary>
    public string? ApprovedBy
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(ApprovedBy));
    }

    /// <summary>When the intent was written down, by the caller's clock, UTC; of one that was begun again, the last time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public AnswerState State { get; init; }

    /// <summary>
    /// When it was sent, UTC: WB's time where WB said one that can be right, else the time of its answer by the caller's clock.
    /// <see langword="null"/> unless it is sent, or if nobody knows.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The id of the chat event of the message; only where it was found among the events.</summary>
    public string? EventId { get; init; }

    /// <summary>Why it was not sent, in one line for a log; <see langword="null"/> unless it failed.</summary>
    public string? Failure { get; init; }

    /// <summary>Refuses what is no intent. For those who write a store.</summary>
    /// <param name="name">The caller's argument, for the message.</param>
    /// <exception cref="ArgumentException">
    /// It is not pending; seller, key or target is empty; or it edits a message in a chat, which WB cannot.
    /// </exception>
    public virtual void ThrowUnlessIntent(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(SellerId, name);
        ArgumentException.ThrowIfNullOrWhiteSpace(Key, name);
        ArgumentException.ThrowIfNullOrWhiteSpace(TargetId, name);
        if (State != AnswerState.Pending)
            throw new ArgumentException($"The state is {State}; an intent is pending, since it is written down before anything is sent.", name);
        if (!Enum.IsDefined(Channel))
            throw new ArgumentException($"The channel is {Channel}; there is no such channel.", name);
        if (IsEdit && Channel == AnswerChannel.Chat)
            throw new ArgumentException("It edits a message in a chat; only answers to reviews and questions can be edited.", name);
    }

    /// <summary>
    /// Says whether an intent begins this answer again: this one has failed, and the intent has its key and is the same answer (target, text, and all that
    /// is sent). Then the intent takes its place, if nothing else stands against it. For those who write a store.
    /// </summary>
    /// <param name="intent">The intent.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public bool IsBegunAgainBy(BuyerAnswer intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return State == AnswerState.Failed
            && string.Equals(SellerId, intent.SellerId, StringComparison.Ordinal)
            && string.Equals(Key, intent.Key, StringComparison.Ordinal)
            && IsSameAnswer(intent);
    }

    /// <summary>
    /// Says whether this answer, of another key, stands against an intent: unless it failed, a review or question is answered once and the answer edited
    /// once, and a promo code is sent once in a chat. Nothing stands against more messages in a chat. For those who write a store: the intent is to be held
    /// against all answers of its seller and its target.
    /// </summary>
    /// <param name="intent">The intent.</param>
    /// <returns>Why the intent must not be written down because of this answer; <see langword="null"/>: it may.</returns>
    public virtual AnswerRefusal? RefusalOf(BuyerAnswer intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        if (!StandsBeside(intent) || Channel == AnswerChannel.Chat)
            return null;
        if (!intent.IsEdit)
            return AnswerRefusal.AlreadyAnswered;
        if (IsEdit)
            return AnswerRefusal.NotEditable;
        return State == AnswerState.Pending ? AnswerRefusal.AnswerIsPending : null;
    }

    /// <summary>
    /// Takes over what came of an answer. What was sent stays sent, and what failed stays failed unless it was sent after all or is begun again
    /// (<see cref="IsBegunAgainBy"/>). A failure with an earlier <see cref="StartedAt"/> is that of an earlier attempt, and changes nothing. For
    /// those who write a store.
    /// </summary>
    /// <param name="outcome">What came of it: sent or failed.</param>
    /// <returns>This answer with the outcome, or as it is.</returns>
    /// <exception cref="ArgumentException">The outcome is pending.</exception>
    public BuyerAnswer Complete(BuyerAnswer outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.State == AnswerState.Pending)
            throw new ArgumentException("The state is pending; an answer ends as sent or failed.", nameof(outcome));
        bool isNews = outcome.State == AnswerState.Sent
            ? State != AnswerState.Sent
            : State == AnswerState.Pending && outcome.StartedAt >= StartedAt;
        return !isNews
            ? this
            : this with { State = outcome.State, SentAt = outcome.SentAt, EventId = outcome.EventId, Failure = outcome.Failure };
    }

    /// <summary>Whether another answer says the same at the same place.</summary>
    internal virtual bool IsSameAnswer(BuyerAnswer other) =>
        other.GetType() == GetType()
        && Channel == other.Channel
        && IsEdit == other.IsEdit
        && string.Equals(TargetId, other.TargetId, StringComparison.Ordinal)
        && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <summary>Whether it has not failed and is at the place at which the intent shall be.</summary>
    private protected bool StandsBeside(BuyerAnswer intent) =>
        State != AnswerState.Failed
        && Channel == intent.Channel
        && string.Equals(SellerId, intent.SellerId, StringComparison.Ordinal)
        && string.Equals(TargetId, intent.TargetId, StringComparison.Ordinal);

    /// <summary>Key, target and state, without the text; the same in every culture.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"BuyerAnswer {{ SellerId = {SellerId}, Key = {Key}, Channel = {Channel}, TargetId = {TargetId}, IsEdit = {IsEdit}, State = {State} }}");
}
