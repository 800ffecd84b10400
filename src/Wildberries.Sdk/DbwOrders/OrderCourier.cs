using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>Which courier comes for an order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record OrderCourier : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderID")]
    public long OrderId { get; init; }

    /// <summary>What is known of the courier.</summary>
    [JsonPropertyName("courierInfo")]
    public Courier? Courier { get; init; }
}
