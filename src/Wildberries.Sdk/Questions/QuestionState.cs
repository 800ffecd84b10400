using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>What became of a question.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<QuestionState>))]
public readonly record struct QuestionState : IExtensibleEnum<QuestionState, string>
{
    private QuestionState(string value) => Value = value;

    /// <summary>New.</summary>
    public static QuestionState New { get; } = new("suppliersPortalSynch");

    /// <summary>Answered: question and answer are shown on the site.</summary>
    public static QuestionState Answered { get; } = new("wbRu");

    /// <summary>The seller has rejected it: it is not shown on the site.</summary>
    public static QuestionState Rejected { get; } = new("none");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static QuestionState From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
