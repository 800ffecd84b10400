using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record RightSize
{
    [JsonPropertyName("width")]
    public int? Width { get; init; }
}
