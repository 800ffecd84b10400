using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The label identifiers of assembly orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record FbsOrderMarkingsResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<FbsOrderMarking> Orders { get => field ?? []; init; } = [];
}
