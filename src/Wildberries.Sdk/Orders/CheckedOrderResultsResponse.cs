using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>What became of each order that an operation was asked to change, with the label identifiers that stand in the way.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record CheckedOrderResultsResponse : WildberriesModel
{
    /// <summary>WB's id of the request, for its support.</summary>
    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }

    /// <summary>A result for each order.</summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<CheckedOrderResult> Results { get => field ?? []; init; } = [];
}
