using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A product in a package.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
public sealed record FbwPackageProduct : WildberriesModel
{
    /// <summary>The barcode.</summary>
    [JsonPropertyName("barcode")]
    public string? Barcode { get; init; }

    /// <summary>How many units.</summary>
    [JsonPropertyName("quantity")]
    public int? Quantity { get; init; }
}
