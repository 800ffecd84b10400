using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Which products to get.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record GoodsRequest
{
    /// <summary>The products' numbers at WB: 1 to 1,000.</summary>
    [JsonPropertyName("nmList")]
    public IReadOnlyList<long> NmIds
    {
        get => field ?? [];
        init;
    }
}
