using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>An answer to a review.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record FeedbackAnswerRequest : ICheckedRequest
{
    /// <summary>The review: <see cref="Feedback.Id"/>. WB does not check it: an answer to a review that is not there is lost without a word.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("id")]
    public required string FeedbackId { get; init => field = Argument.Text(value, name: nameof(FeedbackId)); }

    /// <summary>The text: 2 to 5,000 characters, an emoji being one, and not blank. It is checked when it is sent.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name) => FeedbackLimits.Answer(Text, nameof(Text));

    /// <summary>The review, without the text.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"FeedbackAnswerRequest {{ FeedbackId = {FeedbackId} }}";
}
