using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>What became of the change for a size.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record AutoReturnChange : WildberriesModel
{
    /// <summary>The size's number at WB.</summary>
    [JsonPropertyName("chrtId")]
    public long ChrtId { get; init; }

    /// <summary>Whether it was changed.</summary>
    [JsonPropertyName("success")]
    public bool Success { get; init; }

    /// <summary>Why not.</summary>
    [JsonPropertyName("error")]
    public IReadOnlyList<AutoReturnError> Errors { get => field ?? []; init; } = [];
}
