using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Which label identifiers an order can have, which it has, and what WB's check has found.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsLabelIdentifiers"/>.</remarks>
public sealed record OrderMarking : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>Whether WB could not tell; <see cref="Errors"/> say why.</summary>
    [JsonPropertyName("isError")]
    public bool IsError { get; init; }

    /// <summary>Why WB could not tell.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyList<OrderError> Errors { get => field ?? []; init; } = [];

    /// <summary>The label identifiers: each kind that the order can have, and for a kind of which it has several, each of them.</summary>
    [JsonPropertyName("metaDetails")]
    public IReadOnlyList<MarkingDetail> Details { get => field ?? []; init; } = [];
}
