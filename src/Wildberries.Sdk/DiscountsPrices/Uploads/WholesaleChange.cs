using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>New wholesale discounts of one product.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record WholesaleChange
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long NmId { get; init; }

    /// <summary>The levels, at most three; quantity and discount grow with the level.</summary>
    [JsonPropertyName("wholesaleDiscountThreshold")]
    public IReadOnlyList<WholesaleDiscount> Levels
    {
        get => field ?? [];
        init;
    }
}
