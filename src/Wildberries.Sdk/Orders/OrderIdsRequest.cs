using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Which orders are meant, where WB answers about each of them apart.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderIdsRequest
{
    /// <summary>The orders' ids: 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 1,000, or one is not positive.</exception>
    [JsonPropertyName("ordersIds")]
    public required IReadOnlyList<long> OrderIds
    {
        get;
        init => field = OrderRows.Ids(value);
    }
}
