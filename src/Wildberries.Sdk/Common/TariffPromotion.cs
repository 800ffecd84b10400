using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>A special price for an option of the tariff constructor.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
public sealed record TariffPromotion : WildberriesModel
{
    /// <summary>The price of the option under the offer, in percent of turnover.</summary>
    [JsonPropertyName("commissionRate")]
    public decimal? CommissionRate { get; init; }

    /// <summary>When the price ends.</summary>
    [JsonPropertyName("expiresAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }
}
