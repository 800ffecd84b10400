using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What holds for all campaigns of the seller: the currency and the steps of bids.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaignManagement"/>.</remarks>
public sealed record AdvertConfig : WildberriesModel
{
    /// <summary>The currency of the seller's advertising account.</summary>
    [JsonPropertyName("currency")]
    public Currency Currency { get; init; }

    /// <summary>The currency's number by ISO 4217: 643 for roubles.</summary>
    [JsonPropertyName("currencyCode")]
    public int CurrencyCode { get; init; }

    /// <summary>The step of bids for a thousand views, in hundredths of the currency: kopecks for roubles.</summary>
    [JsonPropertyName("cpmStep")]
    public long CpmStepMinorUnits { get; init; }

    /// <summary>The step of bids for a click, in hundredths of the currency: kopecks for roubles.</summary>
    [JsonPropertyName("cpcStep")]
    public long CpcStepMinorUnits { get; init; }

    /// <summary>
    /// The least by which a budget can be topped up, in hundredths of the currency: kopecks for roubles. The deposit itself is in whole units.
    /// </summary>
    [JsonPropertyName("minTopUp")]
    public long MinTopUpMinorUnits { get; init; }

    /// <summary>
    /// The least daily limit of a campaign; <see langword="null"/> if WB does not send it. WB does not say whether in whole units of the currency or in hundredths.
    /// </summary>
    [JsonPropertyName("minDailyLimit")]
    public long? MinDailyLimit { get; init; }
}
