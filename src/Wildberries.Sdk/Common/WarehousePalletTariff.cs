using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>
/// What delivery and storage of products on monopallets cost at one warehouse. The coefficients are already within the prices.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/stockRates"/>.</remarks>
public sealed record WarehousePalletTariff : WildberriesModel
{
    /// <summary>The warehouse's name.</summary>
    [JsonPropertyName("warehouseName")]
    public string? WarehouseName { get; init; }

    /// <summary>Delivery to the buyer, the first liter, in roubles.</summary>
    [JsonPropertyName("palletDeliveryValueBase")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryBase { get; init; }

    /// <summary>Delivery to the buyer, each further liter, in roubles.</summary>
    [JsonPropertyName("palletDeliveryValueLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryLiter { get; init; }

    /// <summary>The coefficient of delivery, in percent.</summary>
    [JsonPropertyName("palletDeliveryExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryCoefficient { get; init; }

    /// <summary>Storage of one monopallet, in roubles. WB's page states no period.</summary>
    [JsonPropertyName("palletStorageValueExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? Storage { get; init; }

    /// <summary>The coefficient of storage, in percent.</summary>
    [JsonPropertyName("palletStorageExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? StorageCoefficient { get; init; }
}
