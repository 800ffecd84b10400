using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>The video of a review.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record FeedbackVideo : WildberriesModel
{
    /// <summary>Where its cover picture is.</summary>
    [JsonPropertyName("previewImage")]
    public string? PreviewImageUrl { get; init; }

    /// <summary>Where its playlist is, for players of HLS.</summary>
    [JsonPropertyName("link")]
    public string? PlaylistUrl { get; init; }

    /// <summary>How long it is, in seconds.</summary>
    [JsonPropertyName("durationSec")]
    public int? DurationSeconds { get; init; }
}
