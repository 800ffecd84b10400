using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>How many pins there are.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinCountResponse : WildberriesModel
{
    /// <summary>How many.</summary>
    [JsonPropertyName("data")]
    public int? Count { get; init; }
}
