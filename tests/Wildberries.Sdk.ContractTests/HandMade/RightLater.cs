using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record RightLater
{
    [JsonPropertyName("seconds")]
    public int? Seconds { get; init; }
}
