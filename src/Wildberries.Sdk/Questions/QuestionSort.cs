using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Questions;

/// <summary>In which order questions come.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<QuestionSort>))]
public readonly record struct QuestionSort : IExtensibleEnum<QuestionSort, string>
{
    private QuestionSort(string value) => Value = value;

    /// <summary>The oldest first.</summary>
    public static QuestionSort OldestFirst { get; } = new("dateAsc");

    /// <summary>The newest first.</summary>
    public static QuestionSort NewestFirst { get; } = new("dateDesc");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static QuestionSort From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
