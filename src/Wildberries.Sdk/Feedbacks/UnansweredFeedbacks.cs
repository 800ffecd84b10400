using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>How many reviews are not processed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record UnansweredFeedbacks : WildberriesModel
{
    /// <summary>How many in all.</summary>
    [JsonPropertyName("countUnanswered")]
    public int? Count { get; init; }

    /// <summary>How many of today.</summary>
    [JsonPropertyName("countUnansweredToday")]
    public int? TodayCount { get; init; }
}
