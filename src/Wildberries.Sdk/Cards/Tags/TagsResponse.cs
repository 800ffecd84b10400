using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>All tags of the seller.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
public sealed record TagsResponse : WildberriesModel, IEnvelope
{
    /// <summary>The tags, at most 15.</summary>
    [JsonRequired]
    [JsonPropertyName("data")]
    [JsonConverter(typeof(OneOrManyConverter<Tag>))]
    public IReadOnlyList<Tag> Tags { get => field ?? []; init; } = [];

    /// <summary>Whether WB reports an error.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }

    /// <summary>What WB adds to the error; <see langword="null"/>: nothing.</summary>
    [JsonPropertyName("additionalErrors")]
    public string? AdditionalErrors { get; init; }
}
