using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>What delivery and storage of products in boxes cost at one warehouse. The coefficients are already within the prices.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/stockRates"/>.</remarks>
public sealed record WarehouseBoxTariff : WildberriesModel
{
    /// <summary>The warehouse's name.</summary>
    [JsonPropertyName("warehouseName")]
    public string? WarehouseName { get; init; }

    /// <summary>The country or, in Russia, the federal district.</summary>
    [JsonPropertyName("geoName")]
    public string? GeoName { get; init; }

    /// <summary>Delivery to the buyer, the first liter, in roubles.</summary>
    [JsonPropertyName("boxDeliveryBase")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryBase { get; init; }

    /// <summary>Delivery to the buyer, each further liter, in roubles.</summary>
    [JsonPropertyName("boxDeliveryLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryLiter { get; init; }

    /// <summary>The coefficient of delivery, in percent.</summary>
    [JsonPropertyName("boxDeliveryCoefExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryCoefficient { get; init; }

    /// <summary>Delivery of FBS orders, the first liter, in roubles.</summary>
    [JsonPropertyName("boxDeliveryMarketplaceBase")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? MarketplaceDeliveryBase { get; init; }

    /// <summary>Delivery of FBS orders, each further liter, in roubles.</summary>
    [JsonPropertyName("boxDeliveryMarketplaceLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? MarketplaceDeliveryLiter { get; init; }

    /// <summary>The coefficient of delivery of FBS orders, in percent.</summary>
    [JsonPropertyName("boxDeliveryMarketplaceCoefExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? MarketplaceDeliveryCoefficient { get; init; }

    /// <summary>Storage of the first liter, in roubles a day.</summary>
    [JsonPropertyName("boxStorageBase")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? StorageBase { get; init; }

    /// <summary>Storage of each further liter, in roubles a day.</summary>
    [JsonPropertyName("boxStorageLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? StorageLiter { get; init; }

    /// <summary>The coefficient of storage, in percent.</summary>
    [JsonPropertyName("boxStorageCoefExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? StorageCoefficient { get; init; }
}
