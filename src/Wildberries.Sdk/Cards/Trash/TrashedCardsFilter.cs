using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Which cards of the trash to get.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record TrashedCardsFilter
{
    /// <summary>A part of the seller's article, the product's number at WB, or a barcode. Cards that merely contain it come, too.</summary>
    [JsonPropertyName("textSearch")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TextSearch { get; init; }
}
