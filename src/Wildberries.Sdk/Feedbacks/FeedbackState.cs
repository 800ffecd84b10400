using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Whether a review still waits for the seller.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<FeedbackState>))]
public readonly record struct FeedbackState : IExtensibleEnum<FeedbackState, string>
{
    private FeedbackState(string value) => Value = value;

    /// <summary>New: it waits.</summary>
    public static FeedbackState New { get; } = new("none");

    /// <summary>Processed: it does not wait any more.</summary>
    public static FeedbackState Processed { get; } = new("wbRu");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static FeedbackState From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
