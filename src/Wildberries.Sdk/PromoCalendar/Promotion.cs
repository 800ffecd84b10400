using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>A promotion of WB's calendar.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record Promotion : WildberriesModel
{
    /// <summary>The promotion's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>When it starts.</summary>
    [JsonPropertyName("startDateTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    [JsonPropertyName("endDateTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How products get into it.</summary>
    [JsonPropertyName("type")]
    public PromotionType Type { get; init; }
}
