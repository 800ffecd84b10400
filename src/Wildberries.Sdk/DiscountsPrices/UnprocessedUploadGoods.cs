using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>The goods of an upload that is not processed yet.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record UnprocessedUploadGoods
{
    /// <summary>The upload's id.</summary>
    [JsonPropertyName("uploadID")]
    public long? UploadId { get; init; }

    /// <summary>The goods; an empty page is the end.</summary>
    [JsonPropertyName("bufferGoods")]
    public IReadOnlyList<UploadedGoods> Goods
    {
        get => field ?? [];
        init;
    }
}
