namespace Wildberries.Sdk.Answers;

/// <summary>What came of a call that answers a buyer.</summary>
public enum AnswerOutcome
{
    /// <summary>WB has taken the answer.</summary>
    Sent,

    /// <summary>Nothing was sent and nothing was written down: <see cref="AnswerResult.Refusal"/> says why.</summary>
    Refused,

    /// <summary>
    /// The answer was not sent, or WB refused it: <see cref="AnswerResult.Error"/> says why. The same answer with the same key tries again.
    /// </summary>
    Failed,

    /// <summary>
    /// Nobody knows whether the answer was sent, or another call is sending it right now. It is never sent again by itself:
    /// <see cref="AnswerSender.ReconcileAsync"/> finds out.
    /// </summary>
    Unknown,
}
