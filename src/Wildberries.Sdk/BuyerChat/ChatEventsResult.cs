using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>A page of chat events.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record ChatEventsResult : WildberriesModel
{
    /// <summary>
    /// What to ask the next page with, in Unix milliseconds. Where it is absent or 0, go on with the one before: WB refuses 0.
    /// It can equal the time of the page's last event, which then comes again.
    /// </summary>
    [JsonPropertyName("next")]
    public long? Next { get; init; }

    /// <summary>The time of the newest event in the page, UTC.</summary>
    [JsonPropertyName("newestEventTime")]
    [JsonConverter(typeof(LenientUtcTimeConverter))]
    public DateTimeOffset? NewestEventTime { get; init; }

    /// <summary>The time of the oldest event in the page, UTC.</summary>
    [JsonPropertyName("oldestEventTime")]
    [JsonConverter(typeof(LenientUtcTimeConverter))]
    public DateTimeOffset? OldestEventTime { get; init; }

    /// <summary>How many events the page has; 0 when there are no more for now.</summary>
    [JsonPropertyName("totalEvents")]
    public long? TotalEvents { get; init; }

    /// <summary>The events.</summary>
    [JsonPropertyName("events")]
    public IReadOnlyList<ChatEvent> Events { get => field ?? []; init; } = [];
}
