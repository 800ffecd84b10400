using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record RightThing
{
    [JsonPropertyName("id")]
    public long? Id { get; init; }

    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    [JsonPropertyName("day")]
    public DateOnly? Day { get; init; }

    [JsonPropertyName("kind")]
    public ThingKind Kind { get; init; }

    [JsonPropertyName("size")]
    public RightSize? Size { get; init; }

    [JsonPropertyName("gone")]
    public bool? Gone { get; init; }

    [JsonPropertyName("part")]
    public RightThing? Part { get; init; }

    [JsonPropertyName("names")]
    public IReadOnlyDictionary<string, string>? Names { get; init; }
}
