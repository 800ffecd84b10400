using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record WrongSize
{
    [JsonPropertyName("width")]
    public int Width { get; init; }
}
