using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Which goods to get.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record GoodsRequest
{
    /// <summary>The article numbers at WB: 1 to 1,000.</summary>
    [JsonPropertyName("nmList")]
    public IReadOnlyList<long> NmIds
    {
        get => field ?? [];
        init;
    }
}
