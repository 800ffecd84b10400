using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>Where orders stand.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record DbwOrderStatusesResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<DbwOrderStatus> Orders { get => field ?? []; init; } = [];
}
