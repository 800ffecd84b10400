using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>A photo of a review.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record FeedbackPhoto : WildberriesModel
{
    /// <summary>Where it is in full size.</summary>
    [JsonPropertyName("fullSize")]
    public string? FullSizeUrl { get; init; }

    /// <summary>Where a small one is.</summary>
    [JsonPropertyName("miniSize")]
    public string? MiniSizeUrl { get; init; }
}
