using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>A page of assembly orders that are older than three months.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record ArchivedFbsOrdersResponse : WildberriesModel
{
    /// <summary>What to ask for the next page with; <see langword="null"/>: there is none.</summary>
    [JsonPropertyName("next")]
    public long? Next { get; init; }

    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<ArchivedFbsOrder> Orders { get => field ?? []; init; } = [];
}
