using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>New prices of single sizes.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record SizePriceUploadRequest
{
    /// <summary>The sizes, each once, at most 1,000.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<SizePriceChange> Data
    {
        get => field ?? [];
        init;
    }
}
