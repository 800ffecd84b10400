using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>What it costs to bring products from one warehouse back to the seller.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/returnCostToSeller"/>.</remarks>
public sealed record WarehouseReturnTariff : WildberriesModel
{
    /// <summary>The warehouse's name.</summary>
    [JsonPropertyName("warehouseName")]
    public string? WarehouseName { get; init; }

    /// <summary>To a pickup point, the first liter, in roubles.</summary>
    [JsonPropertyName("deliveryDumpSupOfficeBase")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? OfficeBase { get; init; }

    /// <summary>To a pickup point, each further liter, in roubles.</summary>
    [JsonPropertyName("deliveryDumpSupOfficeLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? OfficeLiter { get; init; }

    /// <summary>By courier, the first liter, in roubles.</summary>
    [JsonPropertyName("deliveryDumpSupCourierBase")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? CourierBase { get; init; }

    /// <summary>By courier, each further liter, in roubles.</summary>
    [JsonPropertyName("deliveryDumpSupCourierLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? CourierLiter { get; init; }

    /// <summary>Taking products that the seller did not collect back to the warehouse, in roubles per piece.</summary>
    [JsonPropertyName("deliveryDumpSupReturnExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? Unclaimed { get; init; }

    /// <summary>Large products (cargo delivery) to a pickup point, the first liter, in roubles.</summary>
    [JsonPropertyName("deliveryDumpKgtOfficeBase")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? OversizedOfficeBase { get; init; }

    /// <summary>Large products (cargo delivery) to a pickup point, each further liter, in roubles.</summary>
    [JsonPropertyName("deliveryDumpKgtOfficeLiter")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? OversizedOfficeLiter { get; init; }

    /// <summary>Taking large products that the seller did not collect back to the warehouse, in roubles per piece.</summary>
    [JsonPropertyName("deliveryDumpKgtReturnExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? OversizedUnclaimed { get; init; }

    /// <summary>Products that the warehouse could not identify to a pickup point, in roubles per piece.</summary>
    [JsonPropertyName("deliveryDumpSrgOfficeExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? UnidentifiedOffice { get; init; }

    /// <summary>Taking such products that the seller did not collect back to the warehouse, in roubles per piece.</summary>
    [JsonPropertyName("deliveryDumpSrgReturnExpr")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? UnidentifiedUnclaimed { get; init; }
}
