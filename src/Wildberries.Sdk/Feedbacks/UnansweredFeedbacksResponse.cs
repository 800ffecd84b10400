using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>How many reviews are not processed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record UnansweredFeedbacksResponse : WildberriesModel, IEnvelope
{
    /// <summary>How many.</summary>
    [JsonPropertyName("data")]
    public UnansweredFeedbacks? Data { get; init; }

    /// <summary>Whether WB reports an error.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }

    /// <summary>More texts of WB about the error.</summary>
    [JsonPropertyName("additionalErrors")]
    public IReadOnlyList<string> AdditionalErrors { get => field ?? []; init; } = [];
}
