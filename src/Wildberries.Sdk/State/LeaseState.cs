using System.Text.Json.Serialization;

namespace Wildberries.Sdk.State;

/// <summary>What a <see cref="StateLease"/> keeps in its store.</summary>
internal sealed record LeaseState
{
    /// <summary>Who has it: a number that the holder made up.</summary>
    [JsonPropertyName("holder")]
    public string? Holder { get; init; }

    /// <summary>Until when, by the holder's clock.</summary>
    [JsonPropertyName("until")]
    public DateTimeOffset? Until { get; init; }

    /// <summary>How long it holds after a renewal.</summary>
    [JsonPropertyName("duration")]
    public TimeSpan? Duration { get; init; }
}
