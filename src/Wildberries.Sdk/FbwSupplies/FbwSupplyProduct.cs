using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A product in a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record FbwSupplyProduct : WildberriesModel
{
    /// <summary>The barcode.</summary>
    [JsonPropertyName("barcode")]
    public string? Barcode { get; init; }

    /// <summary>The seller's article.</summary>
    [JsonPropertyName("vendorCode")]
    public string? VendorCode { get; init; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long? NmId { get; init; }

    /// <summary>Whether each unit needs a marking code of Chestny Znak.</summary>
    [JsonPropertyName("needKiz")]
    public bool? NeedsMarking { get; init; }

    /// <summary>The TN VED code; <see langword="null"/> although marking is needed: the card lacks it.</summary>
    [JsonPropertyName("tnved")]
    public string? Tnved { get; init; }

    /// <summary>The size as the seller calls it.</summary>
    [JsonPropertyName("techSize")]
    public string? TechSize { get; init; }

    /// <summary>The colour.</summary>
    [JsonPropertyName("color")]
    public string? Color { get; init; }

    /// <summary>How many units were declared in packages.</summary>
    [JsonPropertyName("supplierBoxAmount")]
    public int? SupplierBoxQuantity { get; init; }

    /// <summary>How many units were declared in the supply or the order.</summary>
    [JsonPropertyName("quantity")]
    public int? Quantity { get; init; }

    /// <summary>How many units are on sale.</summary>
    [JsonPropertyName("readyForSaleQuantity")]
    public int? ReadyForSaleQuantity { get; init; }

    /// <summary>How many units were accepted.</summary>
    [JsonPropertyName("acceptedQuantity")]
    public int? AcceptedQuantity { get; init; }

    /// <summary>How many units are being put on the shelves.</summary>
    [JsonPropertyName("unloadingQuantity")]
    public int? UnloadingQuantity { get; init; }
}
