using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Of which orders to get the stickers.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record OrderStickersRequest
{
    /// <summary>The orders' ids: 1 to 100.</summary>
    /// <exception cref="ArgumentException">There are none, or more than 100, or one is not positive.</exception>
    [JsonPropertyName("orders")]
    public required IReadOnlyList<long> OrderIds
    {
        get;
        init => field = OrderRows.Ids(value, OrderLimits.MaxStickers);
    }
}
