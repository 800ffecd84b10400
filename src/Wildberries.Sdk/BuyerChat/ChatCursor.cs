using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>How far a <see cref="ChatEventStream"/> has come, as it stands in the store of states.</summary>
internal sealed record ChatCursor
{
    /// <summary>What to ask the next page with, in Unix milliseconds; <see langword="null"/>: begin with the first event.</summary>
    [JsonPropertyName("next")]
    public long? Next { get; init; }

    /// <summary>
    /// The ids of recent events, oldest first, by which repeats are known after a restart: about 1,000, more only if one page had more.
    /// </summary>
    [JsonPropertyName("recentEventIds")]
    public IReadOnlyList<string> RecentEventIds { get => field ?? []; init; } = [];
}
