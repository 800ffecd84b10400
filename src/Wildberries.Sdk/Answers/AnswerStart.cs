namespace Wildberries.Sdk.Answers;

/// <summary>
/// What a store says to an intent to answer. Exactly one caller of a key gets <see cref="IsStarted"/>, and one more each time that answer has failed.
/// </summary>
public sealed record AnswerStart
{
    /// <summary>Whether the intent was written down by this call: only then may the answer be sent.</summary>
    public bool IsStarted { get; init; }

    /// <summary>
    /// What is written down: this intent; or what the key stands for already; or the earlier answer that stands against this one. <see langword="null"/> if
    /// the intent is refused for another reason.
    /// </summary>
    public BuyerAnswer? Answer { get; init; }

    /// <summary>Why nothing was written down; <see langword="null"/> if it was, or if the key stands for an answer already.</summary>
    public AnswerRefusal? Refusal { get; init; }
}
