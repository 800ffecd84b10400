using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>GTINs for orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderGtinsRequest
{
    /// <summary>The orders with their codes, 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 1,000, or a code has not the length that WB takes; the message names the order.</exception>
    [JsonPropertyName("orders")]
    public required IReadOnlyList<OrderGtin> Orders
    {
        get;
        init => field = OrderRows.Rows(value, order => order.OrderId, order => OrderRows.CodeFault([order.Gtin], 13, 13));
    }
}
