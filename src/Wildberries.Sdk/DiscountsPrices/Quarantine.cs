using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Goods in price quarantine.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record Quarantine
{
    /// <summary>The goods; an empty list is the end.</summary>
    [JsonPropertyName("quarantineGoods")]
    public IReadOnlyList<QuarantinedGoods> Goods
    {
        get => field ?? [];
        init;
    }
}
