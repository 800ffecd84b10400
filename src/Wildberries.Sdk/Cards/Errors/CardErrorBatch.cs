using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// The errors of a request that created, added or updated cards, or of one <see cref="CardGroup"/> of it. It does not name the request: cards are found by their
/// articles and the time. A card goes from the list when it is sent again without the errors.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardErrorBatch : WildberriesModel
{
    /// <summary>The batch's id.</summary>
    [JsonPropertyName("batchUUID")]
    public string? BatchId { get; init; }

    /// <summary>The subjects, by the seller's articles.</summary>
    [JsonPropertyName("subjects")]
    public IReadOnlyDictionary<string, CardErrorSubject> Subjects { get => field ?? ImmutableDictionary<string, CardErrorSubject>.Empty; init; } =
        ImmutableDictionary<string, CardErrorSubject>.Empty;

    /// <summary>The brands, by the seller's articles.</summary>
    [JsonPropertyName("brands")]
    public IReadOnlyDictionary<string, CardErrorBrand> Brands { get => field ?? ImmutableDictionary<string, CardErrorBrand>.Empty; init; } =
        ImmutableDictionary<string, CardErrorBrand>.Empty;

    /// <summary>The seller's articles of the cards in the batch.</summary>
    [JsonPropertyName("vendorCodes")]
    public IReadOnlyList<string> VendorCodes { get => field ?? []; init; } = [];

    /// <summary>What is wrong with the cards, in WB's words, by the seller's articles.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get => field ?? ImmutableDictionary<string, IReadOnlyList<string>>.Empty; init; } =
        ImmutableDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>When the cards were sent, or sent again.</summary>
    [JsonPropertyName("updatedAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }
}
