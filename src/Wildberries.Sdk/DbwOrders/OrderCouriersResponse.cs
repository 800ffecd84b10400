using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>Which couriers come for orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record OrderCouriersResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<OrderCourier> Orders { get => field ?? []; init; } = [];
}
