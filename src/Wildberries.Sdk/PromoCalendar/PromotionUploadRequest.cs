using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>An order to add products to a promotion.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromotionUploadRequest
{
    /// <summary>The promotion and the products.</summary>
    [JsonPropertyName("data")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PromotionUpload? Data { get; init; }
}
