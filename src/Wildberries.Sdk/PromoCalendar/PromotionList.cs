using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>A page of promotions.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromotionList : WildberriesModel
{
    /// <summary>The promotions.</summary>
    [JsonPropertyName("promotions")]
    public IReadOnlyList<Promotion> Promotions { get => field ?? []; init; } = [];
}
