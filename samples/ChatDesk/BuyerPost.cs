using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;

namespace ChatDesk;

/// <summary>What a buyer wrote for all to read, as it was last read: a review or a question.</summary>
internal sealed class BuyerPost
{
    /// <summary>Takes a review.</summary>
    /// <param name="feedback">The review.</param>
    /// <param name="readAt">When the reading of it began.</param>
    public BuyerPost(Feedback feedback, DateTimeOffset readAt)
    {
        (Channel, Id, Feedback, ReadAt) = (AnswerChannel.Feedback, feedback.Id, feedback, readAt);
        (WrittenAt, NmId, Product) = (feedback.CreatedAt, feedback.Product?.NmId, feedback.Product?.Name);
        Answer = Seen(feedback.Answer?.Text);
        IsEditable = feedback.Answer?.IsEditable == true;
        IsClosed = feedback.State == FeedbackState.Processed;
        State = Answer is null ? PostAnswerState.None
            : feedback.Answer!.State == FeedbackAnswerState.Rejected ? PostAnswerState.Rejected
            : feedback.Answer.State == FeedbackAnswerState.InReview ? PostAnswerState.InReview
            : feedback.Answer.State == FeedbackAnswerState.Published ? PostAnswerState.Published
            : PostAnswerState.Given;
    }

    /// <summary>Takes a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="readAt">When the reading of it began.</param>
    public BuyerPost(Question question, DateTimeOffset readAt)
    {
        (Channel, Id, Question, ReadAt) = (AnswerChannel.Question, question.Id, question, readAt);
        (WrittenAt, NmId, Product) = (question.CreatedAt, question.Product?.NmId, question.Product?.Name);
        Answer = Seen(question.Answer?.Text);
        IsEditable = question.Answer?.IsEditable == true;
        IsClosed = question.State == QuestionState.Rejected;
        State = Answer is null ? PostAnswerState.None : question.State == QuestionState.Answered ? PostAnswerState.Published : PostAnswerState.Given;
    }

    public AnswerChannel Channel { get; }

    public string Id { get; }

    public Feedback? Feedback { get; }

    public Question? Question { get; }

    public DateTimeOffset ReadAt { get; }

    public DateTimeOffset? WrittenAt { get; }

    public long? NmId { get; }

    public string? Product { get; }

    /// <summary>What WB has as the answer.</summary>
    public string? Answer { get; }

    public PostAnswerState State { get; }

    public bool IsEditable { get; }

    /// <summary>Whether WB holds it for done, with an answer or without one.</summary>
    public bool IsClosed { get; }

    /// <summary>The buyer's own words, the parts of a review one after the other; empty: there are only stars.</summary>
    public string Words => string.Join('\n', ((string?[])[Feedback?.Text, Question?.Text, Feedback?.Pros, Feedback?.Cons]).Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string? Seen(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>What has become of the answer to a review or question.</summary>
internal enum PostAnswerState
{
    /// <summary>There is no answer.</summary>
    None,

    /// <summary>Nobody knows whether it was sent.</summary>
    Unknown,

    /// <summary>It was given; no more is known.</summary>
    Given,

    /// <summary>WB looks at it before it shows it.</summary>
    InReview,

    /// <summary>Buyers see it.</summary>
    Published,

    /// <summary>WB does not show it.</summary>
    Rejected,
}
