using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Where an order stands, or why WB does not tell.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderStatusResult : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>How far the seller is; empty if there are <see cref="Errors"/>.</summary>
    [JsonPropertyName("supplierStatus")]
    public SupplierStatus SupplierStatus { get; init; }

    /// <summary>Where the order stands at WB; empty if there are <see cref="Errors"/>.</summary>
    [JsonPropertyName("wbStatus")]
    public WbStatus WbStatus { get; init; }

    /// <summary>Why WB does not tell; empty if it does.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyList<OrderError> Errors { get => field ?? []; init; } = [];
}
