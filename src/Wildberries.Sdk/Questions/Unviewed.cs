using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>Whether there is something that the seller has not looked at.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record Unviewed : WildberriesModel
{
    /// <summary>Whether there are such questions.</summary>
    [JsonPropertyName("hasNewQuestions")]
    public bool? HasQuestions { get; init; }

    /// <summary>Whether there are such reviews.</summary>
    [JsonPropertyName("hasNewFeedbacks")]
    public bool? HasFeedbacks { get; init; }
}
