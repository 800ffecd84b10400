using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>Promotions with their details.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromotionDetailsList : WildberriesModel
{
    /// <summary>The promotions.</summary>
    [JsonPropertyName("promotions")]
    public IReadOnlyList<PromotionDetails> Promotions { get => field ?? []; init; } = [];
}
