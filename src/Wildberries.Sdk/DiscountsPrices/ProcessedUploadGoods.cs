using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>The goods of a processed upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record ProcessedUploadGoods
{
    /// <summary>The upload's id.</summary>
    [JsonPropertyName("uploadID")]
    public long? UploadId { get; init; }

    /// <summary>What became of each; an empty page is the end.</summary>
    [JsonPropertyName("historyGoods")]
    public IReadOnlyList<UploadedGoods> Goods
    {
        get => field ?? [];
        init;
    }
}
