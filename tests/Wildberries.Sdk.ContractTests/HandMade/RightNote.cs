using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record RightNote
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("left")]
    public bool? Left { get; init; }

    [JsonPropertyName("right")]
    public bool? Right { get; init; }
}
