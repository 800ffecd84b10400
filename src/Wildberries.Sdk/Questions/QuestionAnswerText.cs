using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>What the seller says to a question.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record QuestionAnswerText
{
    /// <summary>The text: 2 to 5,000 characters, an emoji being one, and not blank. It is checked when it is sent.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>Nothing: the text stays out of logs.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => "QuestionAnswerText { }";
}
