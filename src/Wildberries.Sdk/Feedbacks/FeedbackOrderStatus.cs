using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What became of the product that was ordered.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<FeedbackOrderStatus>))]
public readonly record struct FeedbackOrderStatus : IExtensibleEnum<FeedbackOrderStatus, string>
{
    private FeedbackOrderStatus(string value) => Value = value;

    /// <summary>The buyer kept it.</summary>
    public static FeedbackOrderStatus Bought { get; } = new("buyout");

    /// <summary>The buyer did not take it.</summary>
    public static FeedbackOrderStatus Rejected { get; } = new("rejected");

    /// <summary>The buyer returned it.</summary>
    public static FeedbackOrderStatus Returned { get; } = new("returned");

    /// <summary>It has no status.</summary>
    public static FeedbackOrderStatus NotSpecified { get; } = new("notSpecified");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static FeedbackOrderStatus From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
