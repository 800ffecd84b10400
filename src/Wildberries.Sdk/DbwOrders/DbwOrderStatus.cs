using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>Where an order stands.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record DbwOrderStatus : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>How far the seller, and the courier, is.</summary>
    [JsonPropertyName("supplierStatus")]
    public SupplierStatus SupplierStatus { get; init; }

    /// <summary>Where the order stands at WB.</summary>
    [JsonPropertyName("wbStatus")]
    public WbStatus WbStatus { get; init; }
}
