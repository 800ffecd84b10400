using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Answers;

/// <summary>Which reviews or questions were handed out, as it stands in the store of states.</summary>
internal sealed record GivenRowsState
{
    /// <summary>By this a state is known for one of this kind.</summary>
    public const string CurrentFormat = "wildberries-sdk-unanswered-1";

    [JsonPropertyName("format")]
    public string? Format { get; init; }

    /// <summary>Eight bytes of the hash of each id, in the order in which they were handed out.</summary>
    [JsonPropertyName("given")]
    public byte[] Keys { get => field ?? []; init; } = [];

    /// <summary>For each of them, in how many whole lists in a row it was missing; nothing: in none.</summary>
    [JsonPropertyName("missing")]
    public byte[] Missing { get => field ?? []; init; } = [];
}
