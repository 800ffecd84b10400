using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record RightPage
{
    [JsonPropertyName("things")]
    public IReadOnlyList<RightThing> Things { get => field ?? []; init; } = [];

    [JsonPropertyName("total")]
    public int? Total { get; init; }

    [JsonIgnore]
    public bool IsEmpty => Things.Count == 0;
}
