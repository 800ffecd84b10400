using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What became of shipping parameters, supply by supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record ShippingMethodsResponse : WildberriesModel
{
    /// <summary>A result for each supply. One that is not here was not set, or WB does not say.</summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<ShippingMethodResult> Results { get => field ?? []; init; } = [];
}
