using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>Promo bonuses, which pay for a part of a deposit.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
public sealed record AdvertCashback : WildberriesModel
{
    /// <summary>How much there is, in whole units of the currency: roubles.</summary>
    [JsonPropertyName("sum")]
    public decimal? Sum { get; init; }

    /// <summary>How much of one deposit they can pay for, in percent.</summary>
    [JsonPropertyName("percent")]
    public int? Percent { get; init; }

    /// <summary>Until when they hold.</summary>
    [JsonPropertyName("expiration_date")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }
}
