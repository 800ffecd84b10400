using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>All orders that wait for the seller to confirm them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record NewDbwOrdersResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<NewDbwOrder> Orders { get => field ?? []; init; } = [];
}
