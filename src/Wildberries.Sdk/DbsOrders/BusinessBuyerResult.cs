using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>Which business has bought, or why WB does not tell.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record BusinessBuyerResult : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>The business; <see langword="null"/> if there are <see cref="Errors"/>.</summary>
    [JsonPropertyName("data")]
    public BusinessBuyer? Buyer { get; init; }

    /// <summary>Whether WB could not tell; <see cref="Errors"/> say why.</summary>
    [JsonPropertyName("isError")]
    public bool IsError { get; init; }

    /// <summary>Why WB could not tell.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyList<OrderError> Errors { get => field ?? []; init; } = [];
}
