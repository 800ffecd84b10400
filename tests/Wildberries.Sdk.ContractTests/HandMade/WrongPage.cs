using System.Text.Json.Serialization;

namespace Wildberries.Sdk.ContractTests.HandMade;

internal sealed record WrongPage
{
    [JsonPropertyName("things")]
    public IReadOnlyList<WrongThing> Things { get => field ?? []; init; } = [];

    public int? Total { get; init; }

    [JsonPropertyName("invented")]
    public string? Invented { get; init; }
}
