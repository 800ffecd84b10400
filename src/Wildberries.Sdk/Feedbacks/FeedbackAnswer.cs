using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>The seller's answer to a review.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record FeedbackAnswer : WildberriesModel
{
    /// <summary>The text.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>What became of it.</summary>
    [JsonPropertyName("state")]
    public FeedbackAnswerState State { get; init; }

    /// <summary>Whether it can still be changed: once, within 60 days.</summary>
    [JsonPropertyName("editable")]
    public bool? IsEditable { get; init; }

    /// <summary>The state, without the text.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"FeedbackAnswer {{ State = {State}, IsEditable = {IsEditable} }}";
}
