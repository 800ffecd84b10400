using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>A message with a promo code that is to be sent once.</summary>
public sealed record PromoCodeSendRequest
{
    /// <summary>
    /// The caller's key, 1 to 200 characters: the same for the same message, also after a crash, and never the same for two. The id of the
    /// buyer's event that is answered is one.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The chat's id.</summary>
    public required string ChatId { get; init; }

    /// <summary>The code. It must be in the store, whose state of it counts.</summary>
    public required PromoCode Code { get; init; }

    /// <summary>The whole message, at most 1,000 characters. It contains the code, with neither letter nor digit beside it.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// When the buyer wrote last in this chat. <see langword="null"/>: not known; then WB alone decides whether the buyer can still be
    /// answered.
    /// </summary>
    /// <remarks>The time of the newest event that the buyer wrote (<see cref="ChatEvent.AddedAt"/>). See <see cref="ReplyWindow"/>.</remarks>
    public DateTimeOffset? LastBuyerMessageAt { get; init; }

    /// <summary>What the buyer wants; <see langword="null"/>: nobody says.</summary>
    public ChatIntent? Intent { get; init; }

    /// <summary>In what mood the buyer writes; <see langword="null"/>: nobody says.</summary>
    public Sentiment? Sentiment { get; init; }

    /// <summary>Whether an advisor suggested the code; otherwise somebody chose it.</summary>
    public bool IsSuggested { get; init; }

    /// <summary>Who approves the send, at most 200 characters; <see langword="null"/>: nobody, it is sent without approval.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Key, chat and code, without the text.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"PromoCodeSendRequest {{ Key = {Key}, ChatId = {ChatId}, Code = {Code} }}";
}
