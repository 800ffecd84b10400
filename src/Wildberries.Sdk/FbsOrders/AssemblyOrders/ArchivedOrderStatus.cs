using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The last status of an order in the archive.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record ArchivedOrderStatus : WildberriesModel
{
    /// <summary>How far the seller was.</summary>
    [JsonPropertyName("supplierStatus")]
    public SupplierStatus SupplierStatus { get; init; }

    /// <summary>Where it stood at WB.</summary>
    [JsonPropertyName("wbStatus")]
    public WbStatus WbStatus { get; init; }
}
