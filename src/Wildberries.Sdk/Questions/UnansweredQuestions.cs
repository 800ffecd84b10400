using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>How many questions have no answer.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record UnansweredQuestions : WildberriesModel
{
    /// <summary>How many in all.</summary>
    [JsonPropertyName("countUnanswered")]
    public int? Count { get; init; }

    /// <summary>How many of today.</summary>
    [JsonPropertyName("countUnansweredToday")]
    public int? TodayCount { get; init; }
}
