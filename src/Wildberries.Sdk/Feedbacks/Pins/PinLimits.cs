using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>How many reviews can be pinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinLimits : WildberriesModel
{
    /// <summary>By the Jam subscription; <see langword="null"/>: the seller has none.</summary>
    [JsonPropertyName("subscription")]
    public PinLimit? Subscription { get; init; }

    /// <summary>By the option of the tariff constructor; <see langword="null"/>: the seller has none.</summary>
    [JsonPropertyName("tariff")]
    public PinLimit? Tariff { get; init; }
}
