using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What became of the shipping parameters of one supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record ShippingMethodResult : WildberriesModel
{
    /// <summary>The supply; empty where WB sends none.</summary>
    [JsonPropertyName("supplyId")]
    public string SupplyId { get => field ?? ""; init; } = "";

    /// <summary>Whether they were set. WB leaves it out where they were not: then it is <see langword="false"/>.</summary>
    [JsonPropertyName("success")]
    public bool IsSuccess { get; init; }

    /// <summary>Why they were not set; <see langword="null"/>: WB does not say.</summary>
    [JsonPropertyName("error")]
    public ShippingMethodError? Error { get; init; }
}
