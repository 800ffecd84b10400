using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>How many reviews can be pinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinLimitsResponse : WildberriesModel
{
    /// <summary>The limits.</summary>
    [JsonPropertyName("data")]
    public PinLimits? Limits { get; init; }
}
