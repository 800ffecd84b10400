using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What WB says about products that were to be added to a draft.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record AddDraftItemsResponse : WildberriesModel
{
    /// <summary>Those that WB did not take; empty: all were added. One is enough that none is added.</summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<DraftItemRefusal> Refusals { get => field ?? []; init; } = [];
}
