using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A page of drafts.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record SupplyDraftsResponse : WildberriesModel
{
    /// <summary>How many drafts there are in all.</summary>
    [JsonPropertyName("total")]
    public int Total { get; init; }

    /// <summary>The drafts.</summary>
    [JsonPropertyName("drafts")]
    public IReadOnlyList<SupplyDraft> Drafts { get => field ?? []; init; } = [];
}
