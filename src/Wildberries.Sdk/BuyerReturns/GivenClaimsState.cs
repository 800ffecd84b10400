using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>Which claims were given, as it stands in the store of states.</summary>
internal sealed record GivenClaimsState
{
    /// <summary>By this a state is known for one of this kind.</summary>
    public const string CurrentFormat = "wildberries-sdk-new-claims-1";

    [JsonPropertyName("format")]
    public string? Format { get; init; }

    /// <summary>For each claim, the one that was given first before the others, eight bytes of its id's digest, and eight of what it was like.</summary>
    [JsonPropertyName("given")]
    public byte[] Claims { get => field ?? []; init; } = [];
}
