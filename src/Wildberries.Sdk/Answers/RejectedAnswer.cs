using Wildberries.Sdk.Feedbacks;

namespace Wildberries.Sdk.Answers;

/// <summary>An answer to a review that WB has taken and, when it had looked at it, did not publish.</summary>
public sealed record RejectedAnswer
{
    /// <summary>What is written down about the answer; about its edit, if it was edited.</summary>
    public required BuyerAnswer Answer { get; init; }

    /// <summary>The review as it is now. <see cref="FeedbackAnswer.IsEditable"/> tells whether <see cref="AnswerSender.EditAnswerAsync(Feedback, string, string, CancellationToken)"/> can put it right.</summary>
    public required Feedback Feedback { get; init; }
}
