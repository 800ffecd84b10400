using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>Which businesses have bought.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record BusinessBuyersResponse : WildberriesModel
{
    /// <summary>WB's id of the request, for its support.</summary>
    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }

    /// <summary>A result for each order.</summary>
    [JsonRequired]
    [JsonPropertyName("results")]
    public IReadOnlyList<BusinessBuyerResult> Results { get => field ?? []; init; } = [];
}
