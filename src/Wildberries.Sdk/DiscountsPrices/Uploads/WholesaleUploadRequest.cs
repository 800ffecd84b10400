using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>New wholesale discounts for business buyers.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record WholesaleUploadRequest
{
    /// <summary>The products: 1 to 1,000.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<WholesaleChange> Data
    {
        get => field ?? [];
        init;
    }
}
