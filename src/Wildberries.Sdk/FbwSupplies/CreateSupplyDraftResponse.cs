using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A draft that was created.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record CreateSupplyDraftResponse : WildberriesModel
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("draftId")]
    public string DraftId { get => field ?? ""; init; } = "";
}
