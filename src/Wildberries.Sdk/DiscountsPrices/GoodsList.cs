using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Goods with their prices.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record GoodsList
{
    /// <summary>The goods; an empty list is the end.</summary>
    [JsonPropertyName("listGoods")]
    public IReadOnlyList<Goods> Goods
    {
        get => field ?? [];
        init;
    }
}
