using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>New prices and discounts of products.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record PriceUploadRequest
{
    /// <summary>The products, each once, at most 1,000.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<PriceChange> Data
    {
        get => field ?? [];
        init;
    }
}
