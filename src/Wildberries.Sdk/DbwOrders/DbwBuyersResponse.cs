using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>How to reach the buyers of orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record DbwBuyersResponse : WildberriesModel
{
    /// <summary>The buyers.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<DbwBuyer> Orders { get => field ?? []; init; } = [];
}
