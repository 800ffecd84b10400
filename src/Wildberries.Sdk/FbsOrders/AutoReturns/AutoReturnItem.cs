using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Where a size goes back to.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record AutoReturnItem : WildberriesModel
{
    /// <summary>The size's number at WB.</summary>
    [JsonPropertyName("chrtId")]
    public long ChrtId { get; init; }

    /// <summary>Where it goes back to.</summary>
    [JsonPropertyName("type")]
    public AutoReturnDestination Destination { get; init; }

    /// <summary>Whether that can be changed.</summary>
    [JsonPropertyName("changeable")]
    public bool IsChangeable { get; init; }

    /// <summary>Whether WB could tell.</summary>
    [JsonPropertyName("success")]
    public bool Success { get; init; }

    /// <summary>Why WB could not tell.</summary>
    [JsonPropertyName("error")]
    public IReadOnlyList<AutoReturnError> Errors { get => field ?? []; init; } = [];
}
