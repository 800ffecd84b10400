using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What is in a draft.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record SupplyDraftItemsResponse : WildberriesModel
{
    /// <summary>How many barcodes.</summary>
    [JsonPropertyName("skuQuantity")]
    public int SkuCount { get; init; }

    /// <summary>How many units.</summary>
    [JsonPropertyName("itemQuantity")]
    public int ItemCount { get; init; }

    /// <summary>The products.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<SupplyDraftItem> Items { get => field ?? []; init; } = [];
}
