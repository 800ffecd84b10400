using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>Of which groups of orders to tell what the delivery costs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record DeliveryGroupsRequest
{
    /// <summary>The groups (<see cref="NewDbsOrder.GroupId"/>), 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 1,000.</exception>
    [JsonPropertyName("groups")]
    public IReadOnlyList<string> GroupIds
    {
        get => field ?? [];
        init => field = Argument.List(value, 1, OrderLimits.MaxOrders);
    }
}
