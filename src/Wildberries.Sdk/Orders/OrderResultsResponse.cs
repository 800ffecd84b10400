using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>What became of each order that an operation was asked to change.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record OrderResultsResponse : WildberriesModel
{
    /// <summary>WB's id of the request, for its support.</summary>
    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }

    /// <summary>A result for each order.</summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<OrderResult> Results { get => field ?? []; init; } = [];
}
