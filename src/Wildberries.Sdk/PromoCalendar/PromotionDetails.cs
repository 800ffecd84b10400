using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>A promotion with what it brings and how many of the seller's products take part.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromotionDetails : WildberriesModel
{
    /// <summary>The promotion's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>What it is about.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>What it brings to products that take part, in WB's words.</summary>
    [JsonPropertyName("advantages")]
    public IReadOnlyList<string> Advantages { get => field ?? []; init; } = [];

    /// <summary>When it starts.</summary>
    [JsonPropertyName("startDateTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    [JsonPropertyName("endDateTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How many products with stock take part.</summary>
    [JsonPropertyName("inPromoActionLeftovers")]
    public int InActionWithStock { get; init; }

    /// <summary>How many products take part.</summary>
    [JsonPropertyName("inPromoActionTotal")]
    public int InActionTotal { get; init; }

    /// <summary>How many products with stock do not take part.</summary>
    [JsonPropertyName("notInPromoActionLeftovers")]
    public int NotInActionWithStock { get; init; }

    /// <summary>How many products do not take part.</summary>
    [JsonPropertyName("notInPromoActionTotal")]
    public int NotInActionTotal { get; init; }

    /// <summary>The share of products that take part, in percent of the products with stock.</summary>
    [JsonPropertyName("participationPercentage")]
    public int ParticipationPercentage { get; init; }

    /// <summary>How products get into it.</summary>
    [JsonPropertyName("type")]
    public PromotionType Type { get; init; }

    /// <summary>
    /// How many products were taken out of an automatic promotion before its start: they have no discount then. <see langword="null"/>
    /// for other promotions.
    /// </summary>
    [JsonPropertyName("exceptionProductsCount")]
    public int? ExceptionProductsCount { get; init; }

    /// <summary>The steps by which the promotion lifts products in the search; empty if it does not.</summary>
    [JsonPropertyName("ranging")]
    public IReadOnlyList<PromotionRanking> Ranking { get => field ?? []; init; } = [];
}
