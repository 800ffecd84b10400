using System.Globalization;
using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>One message with a promo code in one chat, written down before it is sent.</summary>
/// <remarks>
/// It says what was offered to whom and why. It does not say whether the buyer used the code: WB attributes no purchase to a chat, and a
/// code is public. <see cref="BuyerAnswer.SellerId"/> is the <see cref="PromoCode.SellerId"/> of the code.
/// </remarks>
public sealed record PromoCodeSend : BuyerAnswer
{
    /// <summary>The code: <see cref="PromoCode.Id"/>.</summary>
    public required Guid PromoCodeId { get; init; }

    /// <summary>What the buyer wanted; <see langword="null"/> if nobody said.</summary>
    public ChatIntent? Intent { get; init; }

    /// <summary>In what mood the buyer wrote; <see langword="null"/> if nobody said.</summary>
    public Sentiment? Sentiment { get; init; }

    /// <summary>Whether the code was suggested by an advisor; otherwise somebody chose it.</summary>
    public bool IsSuggested { get; init; }

    /// <summary>Says why a code cannot be sent when the send starts. For those who write a store.</summary>
    /// <param name="code">The stored code; <see langword="null"/>: there is none.</param>
    /// <returns>The reason, or <see langword="null"/> if nothing about the code prevents it.</returns>
    public AnswerRefusal? Judge(PromoCode? code) => code switch
    {
        null => AnswerRefusal.UnknownCode,
        _ when code.Id != PromoCodeId || !string.Equals(code.SellerId, SellerId, StringComparison.Ordinal) => AnswerRefusal.UnknownCode,
        { IsStopped: true } => AnswerRefusal.CodeIsStopped,
        _ when StartedAt < code.StartsAt => AnswerRefusal.CodeHasNotStarted,
        _ when StartedAt >= code.EndsAt => AnswerRefusal.CodeHasEnded,
        _ => null,
    };

    /// <inheritdoc/>
    public override void ThrowUnlessIntent(string name)
    {
        base.ThrowUnlessIntent(name);
        if (Channel != AnswerChannel.Chat)
            throw new ArgumentException($"The channel is {Channel}; promo codes are sent in chats.", name);
    }

    /// <inheritdoc/>
    public override AnswerRefusal? RefusalOf(BuyerAnswer intent) =>
        base.RefusalOf(intent)
        ?? (StandsBeside(intent) && intent is PromoCodeSend send && send.PromoCodeId == PromoCodeId ? AnswerRefusal.AlreadySentInChat : null);

    internal override bool IsSameAnswer(BuyerAnswer other) =>
        base.IsSameAnswer(other) && other is PromoCodeSend send && send.PromoCodeId == PromoCodeId;

    /// <summary>Key, chat and state, without the text; the same in every culture.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"PromoCodeSend {{ SellerId = {SellerId}, Key = {Key}, PromoCodeId = {PromoCodeId}, TargetId = {TargetId}, State = {State} }}");
}
