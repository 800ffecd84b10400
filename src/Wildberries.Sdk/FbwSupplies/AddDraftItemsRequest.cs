using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What is added to a draft.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record AddDraftItemsRequest : ICheckedRequest
{
    /// <summary>The products, 1 to 1,000.</summary>
    [JsonPropertyName("items")]
    public required IReadOnlyList<NewDraftItem> Items { get; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        ArgumentNullException.ThrowIfNull(Items, name);
        Argument.Count(Items.Count, 1, FbwSupplyLimits.MaxDraftItems, "items", name);
        Argument.Rows(Items, static item => item.Sku, FbwSupplyLimits.FaultOf, static item => item.Sku, "barcode", name);
    }
}
