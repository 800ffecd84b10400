using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A product that WB did not add to a draft.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record DraftItemRefusal : WildberriesModel
{
    /// <summary>The barcode.</summary>
    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("error")]
    public DraftItemError? Error { get; init; }
}
