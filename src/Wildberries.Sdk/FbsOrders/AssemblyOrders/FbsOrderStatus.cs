using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Where an assembly order stands.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsOrderStatus : WildberriesModel
{
    /// <summary>The number of the assembly order.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>How far the seller is.</summary>
    [JsonPropertyName("supplierStatus")]
    public SupplierStatus SupplierStatus { get; init; }

    /// <summary>Where it stands at WB.</summary>
    [JsonPropertyName("wbStatus")]
    public WbStatus WbStatus { get; init; }

    /// <summary>Whether the seller may cancel it now.</summary>
    [JsonPropertyName("isCancellable")]
    public bool? IsCancellable { get; init; }
}
