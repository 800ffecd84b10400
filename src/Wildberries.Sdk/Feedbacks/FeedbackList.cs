using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>A page of reviews.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record FeedbackList : WildberriesModel
{
    /// <summary>How many reviews are not processed.</summary>
    [JsonPropertyName("countUnanswered")]
    public int? UnansweredCount { get; init; }

    /// <summary>How many reviews are processed.</summary>
    [JsonPropertyName("countArchive")]
    public int? ProcessedCount { get; init; }

    /// <summary>The reviews; none is the end.</summary>
    [JsonPropertyName("feedbacks")]
    public IReadOnlyList<Feedback> Feedbacks { get => field ?? []; init; } = [];
}
