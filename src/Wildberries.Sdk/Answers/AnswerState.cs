namespace Wildberries.Sdk.Answers;

/// <summary>How far an answer has come.</summary>
public enum AnswerState
{
    /// <summary>
    /// Written down before it was sent, and not completed: it is being sent right now, or nobody knows whether it was.
    /// <see cref="AnswerSender.ReconcileAsync"/> finds out.
    /// </summary>
    Pending,

    /// <summary>WB has taken it.</summary>
    Sent,

    /// <summary>It was not sent, or WB refused it. The same key can begin it again.</summary>
    Failed,
}
