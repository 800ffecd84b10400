using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>The sizes of an article.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record GoodsSizes
{
    /// <summary>The sizes; an empty list is the end.</summary>
    [JsonPropertyName("listGoods")]
    public IReadOnlyList<SizeGoods> Sizes
    {
        get => field ?? [];
        init;
    }
}
