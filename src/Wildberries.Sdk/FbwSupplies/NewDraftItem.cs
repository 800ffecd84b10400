using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A product that is added to a draft.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record NewDraftItem
{
    /// <summary>The barcode.</summary>
    [JsonPropertyName("sku")]
    public required string Sku { get; init; }

    /// <summary>How many units: 1 to 999,999.</summary>
    [JsonPropertyName("quantity")]
    public required int Quantity { get; init; }
}
