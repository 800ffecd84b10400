using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Which product is asked back.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record FeedbackReturnRequest
{
    /// <summary>The review of the product: one with <see cref="Feedback.CanRequestReturn"/>.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("feedbackId")]
    public required string FeedbackId { get; init => field = Argument.Text(value, name: nameof(FeedbackId)); }
}
