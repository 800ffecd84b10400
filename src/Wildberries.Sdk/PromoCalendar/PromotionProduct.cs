using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>A product that takes part in a promotion, or may.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromotionProduct : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("id")]
    public long NmId { get; init; }

    /// <summary>Whether it takes part.</summary>
    [JsonPropertyName("inAction")]
    public bool InAction { get; init; }

    /// <summary>The retail price now, in <see cref="CurrencyCode"/>.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>The currency of the prices, for example <c>RUB</c>.</summary>
    [JsonPropertyName("currencyCode")]
    public string? CurrencyCode { get; init; }

    /// <summary>The price during the promotion, in <see cref="CurrencyCode"/>.</summary>
    [JsonPropertyName("planPrice")]
    public decimal? PlanPrice { get; init; }

    /// <summary>The discount now, in percent.</summary>
    [JsonPropertyName("discount")]
    public int? Discount { get; init; }

    /// <summary>The discount that WB recommends for taking part, in percent.</summary>
    [JsonPropertyName("planDiscount")]
    public int? PlanDiscount { get; init; }
}
