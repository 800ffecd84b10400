using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>One level of a wholesale discount: so much off from so many pieces on.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record WholesaleDiscount : WildberriesModel
{
    /// <summary>From how many pieces on it holds.</summary>
    [JsonPropertyName("minQuantity")]
    public int MinQuantity { get; init; }

    /// <summary>The discount, in percent. Sent as 0, it deletes this level and all higher ones.</summary>
    [JsonPropertyName("wholesaleDiscount")]
    public int Discount { get; init; }

    /// <summary>The level, from 1 on.</summary>
    [JsonPropertyName("level")]
    public int Level { get; init; }
}
