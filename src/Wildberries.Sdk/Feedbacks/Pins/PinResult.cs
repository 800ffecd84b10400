using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What became of a review that was to be pinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinResult : WildberriesModel
{
    /// <summary>The review; empty where WB sends none.</summary>
    [JsonPropertyName("feedbackId")]
    public string FeedbackId { get => field ?? ""; init; } = "";

    /// <summary>The id of the pin; <see langword="null"/>: it was not pinned.</summary>
    [JsonPropertyName("pinId")]
    public long? PinId { get; init; }

    /// <summary>Where it was to be pinned.</summary>
    [JsonPropertyName("pinOn")]
    public PinPlace Place { get; init; }

    /// <summary>What was to pay for it.</summary>
    [JsonPropertyName("pinMethod")]
    public PinMethod Method { get; init; }

    /// <summary>Whether there are errors.</summary>
    [JsonPropertyName("isErrors")]
    public bool HasErrors { get; init; }

    /// <summary>Why it was not pinned.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyList<PinError> Errors { get => field ?? []; init; } = [];
}
