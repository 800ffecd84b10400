using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>A page of assembly orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsOrdersResponse : WildberriesModel
{
    /// <summary>What to ask for the next page with.</summary>
    [JsonPropertyName("next")]
    public long Next { get; init; }

    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<FbsOrder> Orders { get => field ?? []; init; } = [];
}
