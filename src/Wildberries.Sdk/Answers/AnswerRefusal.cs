using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Feedbacks;

namespace Wildberries.Sdk.Answers;

/// <summary>Why a buyer is not answered. WB is not asked.</summary>
public enum AnswerRefusal
{
    /// <summary>The store has no such promo code.</summary>
    UnknownCode,

    /// <summary>The seller has stopped the promo code.</summary>
    CodeIsStopped,

    /// <summary>The promo code does not work yet.</summary>
    CodeHasNotStarted,

    /// <summary>The promo code works no longer.</summary>
    CodeHasEnded,

    /// <summary>The buyer wrote too long ago to be answered in the chat: see <see cref="ReplyWindow"/>.</summary>
    ReplyWindowIsClosed,

    /// <summary>The promo code was sent in this chat before, or may have been: <see cref="AnswerResult.Answer"/> is that send.</summary>
    AlreadySentInChat,

    /// <summary>
    /// The review or question has an answer, or may have: <see cref="AnswerResult.Answer"/> is that answer, if the store knows it. Of an edit: the answer has
    /// this text already.
    /// </summary>
    AlreadyAnswered,

    /// <summary>The answer was to be edited, and there is none.</summary>
    NotAnswered,

    /// <summary>
    /// The answer was edited before, or may have been (<see cref="AnswerResult.Answer"/> is that edit, if the store knows it), or its 60 days are over
    /// (<see cref="FeedbackAnswer.IsEditable"/>).
    /// </summary>
    NotEditable,

    /// <summary>
    /// Of the answer that was to be edited nobody knows whether it was sent: it might come after the edit. <see cref="AnswerResult.Answer"/> is that answer;
    /// <see cref="AnswerSender.ReconcileAsync"/> finds out.
    /// </summary>
    AnswerIsPending,
}
