using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What became of the seller's answer. WB looks at it after it has been taken, so that it can be rejected later.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<FeedbackAnswerState>))]
public readonly record struct FeedbackAnswerState : IExtensibleEnum<FeedbackAnswerState, string>
{
    private FeedbackAnswerState(string value) => Value = value;

    /// <summary>New.</summary>
    public static FeedbackAnswerState New { get; } = new("none");

    /// <summary>Shown on the site.</summary>
    public static FeedbackAnswerState Published { get; } = new("wbRu");

    /// <summary>WB is still looking at it.</summary>
    public static FeedbackAnswerState InReview { get; } = new("reviewRequired");

    /// <summary>WB does not show it.</summary>
    public static FeedbackAnswerState Rejected { get; } = new("rejected");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static FeedbackAnswerState From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
