using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>In which order reviews come.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<FeedbackSort>))]
public readonly record struct FeedbackSort : IExtensibleEnum<FeedbackSort, string>
{
    private FeedbackSort(string value) => Value = value;

    /// <summary>The oldest first.</summary>
    public static FeedbackSort OldestFirst { get; } = new("dateAsc");

    /// <summary>The newest first.</summary>
    public static FeedbackSort NewestFirst { get; } = new("dateDesc");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static FeedbackSort From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
