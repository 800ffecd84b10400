using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Orders to be put into a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record AddOrdersRequest
{
    /// <summary>The orders, 1 to 100.</summary>
    /// <exception cref="ArgumentException">There is none, or there are more than 100, or an id is not positive.</exception>
    [JsonPropertyName("orders")]
    public IReadOnlyList<long> OrderIds
    {
        get => field ?? [];
        init => field = SupplyLimits.Ids(value, SupplyLimits.MaxOrders);
    }
}
