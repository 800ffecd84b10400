using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record RightQuery
{
    [JsonPropertyName("ids")]
    public required IReadOnlyList<long> Ids { get; init; }

    [JsonPropertyName("text")]
    public string? Text { get; init; }

    [JsonPropertyName("order")]
    public string? Order { get; init; }
}
