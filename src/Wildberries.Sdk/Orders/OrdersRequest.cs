using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Which orders are meant.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrdersRequest
{
    /// <summary>The orders' ids: 1 to 1,000; some operations take fewer and say so.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 1,000, or one is not positive.</exception>
    [JsonPropertyName("orders")]
    public IReadOnlyList<long> OrderIds
    {
        get => field ?? [];
        init => field = OrderRows.Ids(value);
    }
}
