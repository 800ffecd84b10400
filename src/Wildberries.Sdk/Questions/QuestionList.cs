using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>A page of questions.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record QuestionList : WildberriesModel
{
    /// <summary>How many questions have no answer.</summary>
    [JsonPropertyName("countUnanswered")]
    public int? UnansweredCount { get; init; }

    /// <summary>How many questions have one.</summary>
    [JsonPropertyName("countArchive")]
    public int? AnsweredCount { get; init; }

    /// <summary>The questions; none is the end.</summary>
    [JsonPropertyName("questions")]
    public IReadOnlyList<Question> Questions { get => field ?? []; init; } = [];
}
