using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>UINs for orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderUinsRequest
{
    /// <summary>The orders with their codes, 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 1,000, or a code has not the length that WB takes; the message names the order.</exception>
    [JsonPropertyName("orders")]
    public required IReadOnlyList<OrderUin> Orders
    {
        get;
        init => field = OrderRows.Rows(value, order => order.OrderId, order => OrderRows.CodeFault([order.Uin], 16, 16));
    }
}
