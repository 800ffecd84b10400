using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>New wholesale discounts for business buyers.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
public sealed record WholesaleUploadRequest
{
    /// <summary>The goods: 1 to 1,000.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<WholesaleChange> Data
    {
        get => field ?? [];
        init;
    }
}
