using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>A review to be pinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinRequest
{
    /// <summary>What pays for it.</summary>
    /// <exception cref="ArgumentException">It is the default value.</exception>
    [JsonPropertyName("pinMethod")]
    public required PinMethod Method { get; init => field = PinMethod.From(Argument.Text(value.Value, name: nameof(Method))); }

    /// <summary>Where it is to be pinned.</summary>
    /// <exception cref="ArgumentException">It is the default value.</exception>
    [JsonPropertyName("pinOn")]
    public required PinPlace Place { get; init => field = PinPlace.From(Argument.Text(value.Value, name: nameof(Place))); }

    /// <summary>The review: <see cref="Feedback.Id"/>.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("feedbackId")]
    public required string FeedbackId { get; init => field = Argument.Text(value, name: nameof(FeedbackId)); }

    /// <summary>
    /// The product of the review, <see cref="Feedback.Product"/>. It is not sent: with it <see cref="FeedbacksApiExtensions.PinAsync"/> sees before whether its card or group is full.
    /// </summary>
    /// <value>The default is <see langword="null"/>: that is left to WB.</value>
    [JsonIgnore]
    public FeedbackProduct? Product { get; init; }
}
