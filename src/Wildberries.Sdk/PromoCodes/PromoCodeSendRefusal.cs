using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>Why a promo code is not sent. WB is not asked.</summary>
public enum PromoCodeSendRefusal
{
    /// <summary>The store has no such code.</summary>
    UnknownCode,

    /// <summary>The seller has stopped the code.</summary>
    CodeIsStopped,

    /// <summary>The code does not work yet.</summary>
    CodeHasNotStarted,

    /// <summary>The code works no longer.</summary>
    CodeHasEnded,

    /// <summary>The buyer wrote too long ago to be answered: see <see cref="ReplyWindow"/>.</summary>
    ReplyWindowIsClosed,

    /// <summary>The code was sent in this chat before, or may have been: <see cref="PromoCodeSendResult.Send"/> is that sending.</summary>
    AlreadySentInChat,
}
