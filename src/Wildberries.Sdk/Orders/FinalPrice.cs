using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>What the buyer has to pay for an order, for your information. All sums are hundredths of their currency: 29000 are 290 roubles.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record FinalPrice : WildberriesModel
{
    /// <summary>The seller's price before discounts, in hundredths of <see cref="CurrencyCode"/>.</summary>
    [JsonPropertyName("originalPrice")]
    public decimal? PriceHundredths { get; init; }

    /// <summary>The seller's price before discounts, in hundredths of <see cref="ConvertedCurrencyCode"/>.</summary>
    [JsonPropertyName("convertedOriginalPrice")]
    public decimal? ConvertedPriceHundredths { get; init; }

    /// <summary>What the buyer pays after all discounts and cashback, in hundredths of <see cref="CurrencyCode"/>.</summary>
    [JsonPropertyName("originalFinalPrice")]
    public decimal? FinalPriceHundredths { get; init; }

    /// <summary>What the buyer pays after all discounts and cashback, in hundredths of <see cref="ConvertedCurrencyCode"/>.</summary>
    [JsonPropertyName("convertedOriginalFinalPrice")]
    public decimal? ConvertedFinalPriceHundredths { get; init; }

    /// <summary>The currency of the sale, by its number in ISO 4217: 643 is the rouble.</summary>
    [JsonPropertyName("currencyCode")]
    public int? CurrencyCode { get; init; }

    /// <summary>The currency of the seller's country, by its number in ISO 4217.</summary>
    [JsonPropertyName("convertedCurrencyCode")]
    public int? ConvertedCurrencyCode { get; init; }

    internal bool IsEmpty => this is
    {
        PriceHundredths: null,
        ConvertedPriceHundredths: null,
        FinalPriceHundredths: null,
        ConvertedFinalPriceHundredths: null,
    };
}
