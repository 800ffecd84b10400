using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>How to reach the buyers of orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.</remarks>
public sealed record PickupBuyersResponse : WildberriesModel
{
    /// <summary>The buyers, one for each order that WB knows one of.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<PickupBuyer> Orders { get => field ?? []; init; } = [];
}
