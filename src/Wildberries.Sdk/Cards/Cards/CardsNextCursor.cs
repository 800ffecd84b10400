using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Where the next page of cards begins: <see cref="CardsCursor"/> takes it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardsNextCursor : WildberriesModel
{
    /// <summary>When the last card of the page was changed, exactly as WB writes it: fractions of a second that a time could not hold must not be lost.</summary>
    [JsonPropertyName("updatedAt")]
    public string? UpdatedAt { get; init; }

    /// <summary>The last card of the page.</summary>
    [JsonPropertyName("nmID")]
    public long? NmId { get; init; }

    /// <summary>How many cards this page has: fewer than the limit means that it is the last one.</summary>
    [JsonPropertyName("total")]
    public int? Total { get; init; }
}
