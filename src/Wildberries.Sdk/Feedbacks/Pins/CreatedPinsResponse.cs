using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What became of reviews that were to be pinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record CreatedPinsResponse : WildberriesModel
{
    /// <summary>A result for each review.</summary>
    [JsonRequired]
    [JsonPropertyName("data")]
    public IReadOnlyList<PinResult> Results { get => field ?? []; init; } = [];
}
