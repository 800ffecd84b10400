using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>Orders with the codes by which their buyers confirm.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderCodesRequest
{
    /// <summary>The orders with their codes, 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 1,000, or an id is not positive; or a code is missing or blank, or is no text that can be sent. The message names the order.</exception>
    [JsonPropertyName("orders")]
    public required IReadOnlyList<OrderCode> Orders
    {
        get;
        init => field = OrderRows.Rows(value, order => order.OrderId, order => FaultOf(order.Code));
    }

    private static string? FaultOf(string code)
    {
        if (string.IsNullOrWhiteSpace(code))
            return "the code is missing or blank";
        return Argument.TextFault(code) is { } fault ? $"the code has {fault}" : null;
    }
}
