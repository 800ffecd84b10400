using System.Text.Json.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>Hours of the day at which a banner is shown.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
public sealed record MediaShowHours : WildberriesModel
{
    /// <summary>The first hour.</summary>
    [JsonPropertyName("From")]
    public int? From { get; init; }

    /// <summary>The last hour.</summary>
    [JsonPropertyName("To")]
    public int? To { get; init; }
}
