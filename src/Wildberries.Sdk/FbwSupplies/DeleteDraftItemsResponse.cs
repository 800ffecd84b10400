using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What WB answers when products were taken out of a draft.</summary>
/// <remarks>WB checks nothing: barcodes that are not in the draft are no error. Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record DeleteDraftItemsResponse : WildberriesModel
{
    /// <summary>WB says nothing about what is in here.</summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<JsonElement> Results { get => field ?? []; init; } = [];
}
