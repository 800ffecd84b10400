using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>A page of products that take part in a promotion, or may.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromotionProductList : WildberriesModel
{
    /// <summary>The products.</summary>
    [JsonPropertyName("nomenclatures")]
    public IReadOnlyList<PromotionProduct> Products { get => field ?? []; init; } = [];
}
