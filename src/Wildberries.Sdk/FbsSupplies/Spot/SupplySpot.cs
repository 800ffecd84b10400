using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A supply with its SPOT data.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SupplySpot : WildberriesModel
{
    /// <summary>The supply; empty where WB sends none.</summary>
    [JsonPropertyName("id")]
    public string SupplyId { get => field ?? ""; init; } = "";

    /// <summary>The data; <see langword="null"/>: there are none, or <see cref="Error"/> says why not.</summary>
    [JsonPropertyName("spot")]
    public SpotInfo? Spot { get; init; }

    /// <summary>Why WB cannot tell; <see langword="null"/>: it can.</summary>
    [JsonPropertyName("error")]
    public SpotError? Error { get; init; }
}
