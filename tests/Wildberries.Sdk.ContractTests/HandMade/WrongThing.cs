using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record WrongThing
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("price")]
    public double? Price { get; init; }

    [JsonPropertyName("day")]
    public required long Day { get; init; }

    [JsonPropertyName("kind")]
    public WrongKind Kind { get; init; }

    [JsonPropertyName("size")]
    public WrongSize Size { get; init; } = new();

    [JsonIgnore]
    public bool? Gone { get; init; }

    [JsonPropertyName("part")]
    public IReadOnlyList<WrongThing>? Part { get; init; }

    [JsonPropertyName("names")]
    public IReadOnlyDictionary<string, long>? Names { get; init; }
}
