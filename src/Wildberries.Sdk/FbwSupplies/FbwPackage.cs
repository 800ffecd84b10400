using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A package of a supply, and what is in it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record FbwPackage : WildberriesModel
{
    /// <summary>The bar code of the package.</summary>
    [JsonPropertyName("packageCode")]
    public string? PackageCode { get; init; }

    /// <summary>How many units are in it.</summary>
    [JsonPropertyName("quantity")]
    public int? Quantity { get; init; }

    /// <summary>The products in it.</summary>
    [JsonPropertyName("barcodes")]
    public IReadOnlyList<FbwPackageProduct> Products { get => field ?? []; init; } = [];
}
