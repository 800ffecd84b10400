using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record WrongHolder
{
    [JsonPropertyName("size")]
    public WrongSize Size { get; init; } = new();
}
