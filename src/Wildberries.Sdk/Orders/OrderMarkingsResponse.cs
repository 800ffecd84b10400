using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Which label identifiers orders can have, which they have, and what WB's check has found.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderMarkingsResponse : WildberriesModel
{
    /// <summary>WB's id of the request, for its support.</summary>
    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }

    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<OrderMarking> Orders { get => field ?? []; init; } = [];
}
