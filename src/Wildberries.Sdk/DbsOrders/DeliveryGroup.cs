using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>What the paid delivery of a group of orders costs: of those of one transaction of a buyer that came to one warehouse.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record DeliveryGroup : WildberriesModel
{
    /// <summary>The group; the same as <see cref="NewDbsOrder.GroupId"/>.</summary>
    [JsonPropertyName("groupID")]
    public string? GroupId { get; init; }

    /// <summary>What the delivery costs, in hundredths of <see cref="CurrencyCode"/>.</summary>
    [JsonPropertyName("deliveryCost")]
    public decimal? DeliveryCostHundredths { get; init; }

    /// <summary>What the delivery costs, in hundredths of <see cref="ConvertedCurrencyCode"/>; for your information.</summary>
    [JsonPropertyName("convertedDeliveryCost")]
    public decimal? ConvertedDeliveryCostHundredths { get; init; }

    /// <summary>The currency of the sale, by its number in ISO 4217: 643 is the rouble.</summary>
    [JsonPropertyName("currencyCode")]
    public int? CurrencyCode { get; init; }

    /// <summary>The currency of the seller's country, by its number in ISO 4217.</summary>
    [JsonPropertyName("convertedCurrencyCode")]
    public int? ConvertedCurrencyCode { get; init; }
}
