using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>The seller's answer to a question.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record QuestionAnswer : WildberriesModel
{
    /// <summary>The text.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>Whether it can still be changed: once, within 60 days.</summary>
    [JsonPropertyName("editable")]
    public bool? IsEditable { get; init; }

    /// <summary>When it was written.</summary>
    [JsonPropertyName("createDate")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The time, without the text.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => FormattableString.Invariant($"QuestionAnswer {{ IsEditable = {IsEditable}, CreatedAt = {CreatedAt:O} }}");
}
