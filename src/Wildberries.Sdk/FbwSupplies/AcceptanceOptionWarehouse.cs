using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A warehouse that takes a product, and how it may be packed.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies"/>.</remarks>
public sealed record AcceptanceOptionWarehouse : WildberriesModel
{
    /// <summary>The warehouse.</summary>
    [JsonPropertyName("warehouseID")]
    public long WarehouseId { get; init; }

    /// <summary>Whether boxes are taken.</summary>
    [JsonPropertyName("canBox")]
    public bool? CanBox { get; init; }

    /// <summary>Whether monopallets are taken.</summary>
    [JsonPropertyName("canMonopallet")]
    public bool? CanMonopallet { get; init; }

    /// <summary>Whether supersafe is taken.</summary>
    [JsonPropertyName("canSupersafe")]
    public bool? CanSupersafe { get; init; }

    /// <summary>Whether a pallet of single boxes is taken.</summary>
    [JsonPropertyName("isBoxOnPallet")]
    public bool? IsBoxOnPallet { get; init; }
}
