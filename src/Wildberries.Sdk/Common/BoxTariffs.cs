using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>What WB charges for delivery and storage of products in boxes, by warehouse, from one day on.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/stockRates"/>.</remarks>
public sealed record BoxTariffs : WildberriesModel
{
    /// <summary>The currency of the tariffs, for example <c>RUB</c>.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>The day from which the next tariff holds; <see langword="null"/> if WB has set none.</summary>
    [JsonPropertyName("dtNextBox")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? NextTariffDate { get; init; }

    /// <summary>The last day of the last tariff that WB has set.</summary>
    [JsonPropertyName("dtTillMax")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? LastTariffDate { get; init; }

    /// <summary>The tariffs, a row per warehouse.</summary>
    [JsonPropertyName("warehouseList")]
    public IReadOnlyList<WarehouseBoxTariff> Warehouses
    {
        get => field ?? [];
        init;
    }
}
