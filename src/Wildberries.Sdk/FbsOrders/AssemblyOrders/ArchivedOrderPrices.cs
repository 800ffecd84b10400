using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The prices of an order in the archive.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record ArchivedOrderPrices : WildberriesModel
{
    /// <summary>The price after all discounts but that of WB Wallet, in hundredths of <see cref="CurrencyCode"/>: 101400 is 1,014.00.</summary>
    [JsonPropertyName("price")]
    public decimal? PriceHundredths { get; init; }

    /// <summary>The same price in hundredths of <see cref="ConvertedCurrencyCode"/>.</summary>
    [JsonPropertyName("convertedPrice")]
    public decimal? ConvertedPriceHundredths { get; init; }

    /// <summary>The currency of the sale: the number by ISO 4217, for example 643 (RUB).</summary>
    [JsonPropertyName("currencyCode")]
    public int? CurrencyCode { get; init; }

    /// <summary>The currency of the seller's country: the number by ISO 4217.</summary>
    [JsonPropertyName("convertedCurrencyCode")]
    public int? ConvertedCurrencyCode { get; init; }
}
