using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>An order that has to be brought once more: its supply was scanned without it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record ReshipmentOrder : WildberriesModel
{
    /// <summary>The number of the assembly order.</summary>
    [JsonPropertyName("orderID")]
    public long OrderId { get; init; }

    /// <summary>The supply that it was in.</summary>
    [JsonPropertyName("supplyID")]
    public string? SupplyId { get; init; }
}
