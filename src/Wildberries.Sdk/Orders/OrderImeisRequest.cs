using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>IMEIs for orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderImeisRequest
{
    /// <summary>The orders with their codes, 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 1,000, or a code has not the length that WB takes; the message names the order.</exception>
    [JsonPropertyName("orders")]
    public required IReadOnlyList<OrderImei> Orders
    {
        get;
        init => field = OrderRows.Rows(value, order => order.OrderId, order => OrderRows.CodeFault([order.Imei], 15, 15));
    }
}
