using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>New prices and discounts of goods.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record PriceUploadRequest
{
    /// <summary>The goods, each once, at most 1,000.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<PriceChange> Data
    {
        get => field ?? [];
        init;
    }
}
