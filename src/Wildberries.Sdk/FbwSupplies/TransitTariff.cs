using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What it costs to have a supply brought from one WB warehouse to another.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies"/>.</remarks>
public sealed record TransitTariff : WildberriesModel
{
    /// <summary>The warehouse that the seller brings it to.</summary>
    [JsonPropertyName("transitWarehouseName")]
    public string? TransitWarehouseName { get; init; }

    /// <summary>The warehouse that WB brings it to.</summary>
    [JsonPropertyName("destinationWarehouseName")]
    public string? DestinationWarehouseName { get; init; }

    /// <summary>Since when the tariff holds.</summary>
    [JsonPropertyName("activeFrom")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ActiveFrom { get; init; }

    /// <summary>The tariff of boxes, by volume; empty: they are not taken.</summary>
    [JsonPropertyName("boxTariff")]
    public IReadOnlyList<TransitVolumeTariff> BoxTariff { get => field ?? []; init; } = [];

    /// <summary>The price of a pallet, in roubles; <see langword="null"/>: they are not taken.</summary>
    [JsonPropertyName("palletTariff")]
    public decimal? PalletTariff { get; init; }
}
