using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>A page of pins.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinsResponse : WildberriesModel
{
    /// <summary>The pins.</summary>
    [JsonRequired]
    [JsonPropertyName("data")]
    public IReadOnlyList<Pin> Pins { get => field ?? []; init; } = [];

    /// <summary>What to ask the next page with; <see langword="null"/>: this is the last page.</summary>
    [JsonPropertyName("next")]
    public long? Next { get; init; }
}
