using System.Globalization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>One message with a promo code in one chat, written down before it is sent.</summary>
/// <remarks>
/// It says what was offered to whom and why. It does not say whether the buyer used the code: WB attributes no purchase to a chat, and a
/// code is public.
/// </remarks>
public sealed record PromoCodeSend
{
    /// <summary>Whose code it is: <see cref="PromoCode.SellerId"/>.</summary>
    public required string SellerId
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(SellerId))!;
    }

    /// <summary>
    /// The caller's key of this one sending. Within a seller, a key stands for one message for ever. While that has failed, the key can begin
    /// it again.
    /// </summary>
    public required string Key
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(Key))!;
    }

    /// <summary>The code: <see cref="PromoCode.Id"/>.</summary>
    public required Guid PromoCodeId { get; init; }

    /// <summary>The chat's id.</summary>
    public required string ChatId
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(ChatId))!;
    }

    /// <summary>The whole message. It is kept to find it again among the chat's events.</summary>
    public required string Text
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(Text))!;
    }

    /// <summary>What the buyer wanted; <see langword="null"/> if nobody said.</summary>
    public ChatIntent? Intent { get; init; }

    /// <summary>In what mood the buyer wrote; <see langword="null"/> if nobody said.</summary>
    public Sentiment? Sentiment { get; init; }

    /// <summary>Whether the code was suggested by an advisor; otherwise somebody chose it.</summary>
    public bool IsSuggested { get; init; }

    /// <summary>Who approved the sending, in the caller's words; <see langword="null"/>: nobody, it was sent by itself.</summary>
    public string? ApprovedBy
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(ApprovedBy));
    }

    /// <summary>When the intent was written down, by the caller's clock, UTC; of one that was begun again, the last time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public PromoCodeSendState State { get; init; }

    /// <summary>
    /// When the message was sent, UTC: WB's time where WB said one that can be right, else the time of its answer by the caller's clock.
    /// <see langword="null"/> unless it is sent, or if nobody knows.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The id of the chat event of the message; only where it was found among the events.</summary>
    public string? EventId { get; init; }

    /// <summary>Why it was not sent, in one line for a log; <see langword="null"/> unless it failed.</summary>
    public string? Failure { get; init; }

    /// <summary>Says why a code cannot be sent when the sending starts. For those who write a store.</summary>
    /// <param name="code">The stored code; <see langword="null"/>: there is none.</param>
    /// <returns>The reason, or <see langword="null"/> if the code itself stands in no way.</returns>
    public PromoCodeSendRefusal? Judge(PromoCode? code) => code switch
    {
        null => PromoCodeSendRefusal.UnknownCode,
        _ when code.Id != PromoCodeId || !string.Equals(code.SellerId, SellerId, StringComparison.Ordinal) => PromoCodeSendRefusal.UnknownCode,
        { IsStopped: true } => PromoCodeSendRefusal.CodeIsStopped,
        _ when StartedAt < code.StartsAt => PromoCodeSendRefusal.CodeHasNotStarted,
        _ when StartedAt >= code.EndsAt => PromoCodeSendRefusal.CodeHasEnded,
        _ => null,
    };

    /// <summary>
    /// Says whether an intent begins this sending again: this one has failed, and the intent has its key and its message (code, chat and text).
    /// Then the intent takes its place, if nothing else stands against it. For those who write a store.
    /// </summary>
    /// <param name="intent">The intent.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public bool IsBegunAgainBy(PromoCodeSend intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return State == PromoCodeSendState.Failed
            && string.Equals(SellerId, intent.SellerId, StringComparison.Ordinal)
            && string.Equals(Key, intent.Key, StringComparison.Ordinal)
            && IsMessage(intent.PromoCodeId, intent.ChatId, intent.Text);
    }

    /// <summary>
    /// Takes over what came of a sending. What was sent stays sent, and what failed stays failed unless it was sent after all or is begun again
    /// (<see cref="IsBegunAgainBy"/>). A failure with an earlier <see cref="StartedAt"/> is that of an earlier attempt, and changes nothing. For
    /// those who write a store.
    /// </summary>
    /// <param name="outcome">What came of it: sent or failed.</param>
    /// <returns>This sending with the outcome, or as it is.</returns>
    /// <exception cref="ArgumentException">The outcome is pending.</exception>
    public PromoCodeSend Complete(PromoCodeSend outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.State == PromoCodeSendState.Pending)
            throw new ArgumentException("The state is pending; a sending ends as sent or failed.", nameof(outcome));
        bool isNews = outcome.State == PromoCodeSendState.Sent
            ? State != PromoCodeSendState.Sent
            : State == PromoCodeSendState.Pending && outcome.StartedAt >= StartedAt;
        return !isNews
            ? this
            : this with { State = outcome.State, SentAt = outcome.SentAt, EventId = outcome.EventId, Failure = outcome.Failure };
    }

    internal bool IsMessage(Guid promoCodeId, string chatId, string text) =>
        PromoCodeId == promoCodeId
        && string.Equals(ChatId, chatId, StringComparison.Ordinal)
        && string.Equals(Text, text, StringComparison.Ordinal);

    internal void ThrowUnlessIntent(string argument)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(SellerId, argument);
        ArgumentException.ThrowIfNullOrWhiteSpace(Key, argument);
        ArgumentException.ThrowIfNullOrWhiteSpace(ChatId, argument);
        if (State != PromoCodeSendState.Pending)
            throw new ArgumentException("The state is not pending; an intent is written down before anything is sent.", argument);
    }

    /// <summary>Key, chat and state, without the text; the same in every culture.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"PromoCodeSend {{ SellerId = {SellerId}, Key = {Key}, PromoCodeId = {PromoCodeId}, ChatId = {ChatId}, State = {State} }}");
}
