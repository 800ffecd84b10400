using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>What WB answers with status 202 instead of a file that is still in moderation.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed record DownloadPending : WildberriesModel
{
    /// <summary>How far the moderation is.</summary>
    [JsonPropertyName("moderationState")]
    public ModerationState ModerationState { get; init; }

    /// <summary>After how many seconds to ask again.</summary>
    [JsonPropertyName("retrySeconds")]
    public int? RetrySeconds { get; init; }
}
