using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Why a review was not pinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinError : WildberriesModel
{
    /// <summary>The reason.</summary>
    [JsonPropertyName("status")]
    public PinErrorStatus Status { get; init; }

    /// <summary>WB's short word about it.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>WB's words about it.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    /// <summary>The request's id, for WB's support.</summary>
    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }

    /// <summary>WB's service that refused it.</summary>
    [JsonPropertyName("origin")]
    public string? Origin { get; init; }
}
