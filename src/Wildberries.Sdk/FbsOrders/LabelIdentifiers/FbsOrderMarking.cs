using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The label identifiers of an assembly order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record FbsOrderMarking : WildberriesModel
{
    /// <summary>The number of the assembly order.</summary>
    [JsonPropertyName("id")]
    public long OrderId { get; init; }

    /// <summary>Those that it has and those that it may have, each with WB's verdict.</summary>
    [JsonPropertyName("metaDetails")]
    public IReadOnlyList<MarkingDetail> Details { get => field ?? []; init; } = [];
}
