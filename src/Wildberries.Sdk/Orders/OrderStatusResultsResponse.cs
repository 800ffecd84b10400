using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Where orders stand, and which the seller does not have.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderStatusResultsResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<OrderStatusResult> Orders { get => field ?? []; init; } = [];
}
