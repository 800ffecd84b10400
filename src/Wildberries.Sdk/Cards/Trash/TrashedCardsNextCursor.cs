using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Where the next page of the trash begins: <see cref="TrashedCardsCursor"/> takes it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record TrashedCardsNextCursor : WildberriesModel
{
    /// <summary>When the last card of the page came into the trash, exactly as WB writes it.</summary>
    [JsonPropertyName("trashedAt")]
    public string? TrashedAt { get; init; }

    /// <summary>The last card of the page.</summary>
    [JsonPropertyName("nmID")]
    public long? NmId { get; init; }

    /// <summary>How many cards this page has: fewer than the limit means that it is the last one.</summary>
    [JsonPropertyName("total")]
    public int? Total { get; init; }
}
