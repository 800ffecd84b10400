using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What is taken out of a draft.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record DeleteDraftItemsRequest : ICheckedRequest
{
    /// <summary>The barcodes, at least one.</summary>
    [JsonPropertyName("skus")]
    public required IReadOnlyList<string> Skus { get; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        ArgumentNullException.ThrowIfNull(Skus, name);
        Argument.Count(Skus.Count, 1, int.MaxValue, "barcodes", name);
        Argument.Rows(Skus, static sku => sku, static sku => string.IsNullOrWhiteSpace(sku) ? "a barcode is not blank" : null, name);
    }
}
