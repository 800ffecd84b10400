using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>All orders that have to be brought once more.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record ReshipmentOrdersResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<ReshipmentOrder> Orders { get => field ?? []; init; } = [];
}
