using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Which assembly orders something is asked about. How many may be named at once is said where it is asked.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsOrderIdsRequest : IListRequest
{
    /// <summary>The numbers of the assembly orders; one that is named twice counts once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not positive.</exception>
    [JsonPropertyName("orders")]
    public IReadOnlyList<long> OrderIds
    {
        get => field ?? [];
        init => field = Argument.Ids(value, nameof(OrderIds));
    }

    int IListRequest.ItemCount => OrderIds.Count;
}
