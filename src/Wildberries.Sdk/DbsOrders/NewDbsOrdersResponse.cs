using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>The orders that wait for the seller to confirm them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record NewDbsOrdersResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<NewDbsOrder> Orders { get => field ?? []; init; } = [];
}
