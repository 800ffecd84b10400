using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>A page of archived reviews.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record ArchivedFeedbackList : WildberriesModel
{
    /// <summary>The reviews; none is the end.</summary>
    [JsonPropertyName("feedbacks")]
    public IReadOnlyList<Feedback> Feedbacks { get => field ?? []; init; } = [];
}
