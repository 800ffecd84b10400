using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record RightPing
{
    [JsonPropertyName("Status")]
    public string? Status { get; init; }
}
