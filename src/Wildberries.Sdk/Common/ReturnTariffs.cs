using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>What WB charges for returning products to the seller, by warehouse, from one day on.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/returnCostToSeller"/>.</remarks>
public sealed record ReturnTariffs : WildberriesModel
{
    /// <summary>The currency of the tariffs, for example <c>RUB</c>.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>
    /// The day from which the next tariff for cargo delivery of large products holds; <see langword="null"/> if WB has set none.
    /// </summary>
    [JsonPropertyName("dtNextDeliveryDumpKgt")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? NextOversizedTariffDate { get; init; }

    /// <summary>
    /// The day from which the next tariff for products that the warehouse could not identify holds; <see langword="null"/> if WB
    /// has set none.
    /// </summary>
    [JsonPropertyName("dtNextDeliveryDumpSrg")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? NextUnidentifiedTariffDate { get; init; }

    /// <summary>The day from which the next tariff for ordinary delivery holds; <see langword="null"/> if WB has set none.</summary>
    [JsonPropertyName("dtNextDeliveryDumpSup")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? NextTariffDate { get; init; }

    /// <summary>The tariffs, a row per warehouse.</summary>
    [JsonPropertyName("warehouseList")]
    public IReadOnlyList<WarehouseReturnTariff> Warehouses
    {
        get => field ?? [];
        init;
    }
}
