using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>How far changed cards were given, as it stands in the store of states.</summary>
internal sealed record ChangedCardsState
{
    /// <summary>By this a state is known for one of this kind.</summary>
    public const string CurrentFormat = "wildberries-sdk-changed-cards-1";

    [JsonPropertyName("format")]
    public string? Format { get; init; }

    /// <summary>Where the page begins that is being given; as WB writes it.</summary>
    [JsonPropertyName("updatedAt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UpdatedAt { get; init; }

    [JsonPropertyName("nmID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? NmId { get; init; }

    /// <summary>The cards that were given of this page and of the one before it.</summary>
    [JsonPropertyName("given")]
    public IReadOnlyList<Given> Cards { get => field ?? []; init; } = [];

    /// <summary>A card as it was given.</summary>
    /// <param name="NmId">Its number.</param>
    /// <param name="UpdatedAt">When it had been changed.</param>
    internal readonly record struct Given([property: JsonPropertyName("nmID")] long NmId, [property: JsonPropertyName("updatedAt")] DateTimeOffset? UpdatedAt);
}
