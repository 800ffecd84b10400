using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Questions;

/// <summary>A page of questions.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed record QuestionsResponse : WildberriesModel, IEnvelope
{
    /// <summary>The page; <see langword="null"/>: WB sends none, which is no end of the list.</summary>
    [JsonPropertyName("data")]
    public QuestionList? Data { get; init; }

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
