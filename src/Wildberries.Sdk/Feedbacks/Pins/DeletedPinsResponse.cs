using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Which reviews were unpinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record DeletedPinsResponse : WildberriesModel
{
    /// <summary>The pins that are gone. One that is missing here is still there, or never was.</summary>
    [JsonRequired]
    [JsonPropertyName("data")]
    public IReadOnlyList<long> PinIds { get => field ?? []; init; } = [];
}
