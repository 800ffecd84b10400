using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Warehouses;

/// <summary>How many pieces of a size there are, or are to be, in a warehouse.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record Stock : WildberriesModel
{
    /// <summary>The size's number at WB (<c>chrtID</c> in the card).</summary>
    [JsonPropertyName("chrtId")]
    public long ChrtId { get; init; }

    /// <summary>The pieces that can be sold, from 0 to 100,000.</summary>
    [JsonPropertyName("amount")]
    public int Quantity { get; init; }
}
