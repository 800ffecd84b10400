using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>How to reach the buyers of orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record DbsBuyersResponse : WildberriesModel
{
    /// <summary>The buyers, one for each order that WB knows one of.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<DbsBuyer> Orders { get => field ?? []; init; } = [];
}
