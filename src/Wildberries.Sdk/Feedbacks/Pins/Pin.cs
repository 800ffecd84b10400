using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>A review that is pinned, or that WB has unpinned by itself.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record Pin : WildberriesModel
{
    /// <summary>The id of the pin, by which it is unpinned.</summary>
    [JsonPropertyName("pinId")]
    public long Id { get; init; }

    /// <summary>The review; empty where WB sends none.</summary>
    [JsonPropertyName("feedbackId")]
    public string FeedbackId { get => field ?? ""; init; } = "";

    /// <summary>Whether it is pinned.</summary>
    [JsonPropertyName("state")]
    public PinState State { get; init; }

    /// <summary>When it was pinned or unpinned.</summary>
    [JsonPropertyName("changeStateAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Where it is pinned.</summary>
    [JsonPropertyName("pinOn")]
    public PinPlace Place { get; init; }

    /// <summary>What pays for it.</summary>
    [JsonPropertyName("pinMethod")]
    public PinMethod Method { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The number of the group of merged cards; a card that is not merged has one, too.</summary>
    [JsonPropertyName("imtId")]
    public long ImtId { get; init; }

    /// <summary>Why WB has unpinned it; the default value: it has not.</summary>
    [JsonPropertyName("unpinnedCause")]
    public UnpinCause UnpinCause { get; init; }
}
