using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>Why a product was not added.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts"/>.</remarks>
public sealed record DraftItemError : WildberriesModel
{
    /// <summary>The kind of error.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>WB's words about it.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }
}
