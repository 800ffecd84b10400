using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record WrongNote
{
    [JsonPropertyName("id")]
    public int Id { get; init; }

    [JsonPropertyName("left")]
    public required bool Left { get; init; }
}
