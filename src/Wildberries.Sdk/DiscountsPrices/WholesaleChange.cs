using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>New wholesale discounts of one article.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record WholesaleChange
{
    /// <summary>The article number at WB.</summary>
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
