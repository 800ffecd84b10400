using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>A step by which a promotion lifts products in the search.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromotionRanking : WildberriesModel
{
    /// <summary>Which products are lifted.</summary>
    [JsonPropertyName("condition")]
    public RankingCondition Condition { get; init; }

    /// <summary>The share of the seller's products that is needed for the next step, in percent.</summary>
    [JsonPropertyName("participationRate")]
    public int ParticipationRate { get; init; }

    /// <summary>By how much products are lifted now, in percent.</summary>
    [JsonPropertyName("boost")]
    public int Boost { get; init; }
}
