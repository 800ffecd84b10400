using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Which orders are in a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SupplyOrderIds : WildberriesModel
{
    /// <summary>The ids of the orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orderIds")]
    public IReadOnlyList<long> OrderIds { get => field ?? []; init; } = [];
}
