using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Answers;

/// <summary>What came of a call that answers a buyer.</summary>
public sealed record AnswerResult
{
    /// <summary>What came of it.</summary>
    public required AnswerOutcome Outcome { get; init; }

    /// <summary>
    /// What is written down about the answer; if the call was refused because of an earlier answer, about that one. <see langword="null"/> if the call was
    /// refused for another reason.
    /// </summary>
    public BuyerAnswer? Answer { get; init; }

    /// <summary>Why the call was refused; <see langword="null"/> if it was not.</summary>
    public AnswerRefusal? Refusal { get; init; }

    /// <summary>
    /// Whether the key stands for an answer that was sent before, or perhaps was: then this call has sent nothing, and tells what came of that one.
    /// </summary>
    public bool IsRepeat { get; init; }

    /// <summary>What the call to WB threw, if it threw in this call.</summary>
    public WildberriesApiException? Error { get; init; }
}
