using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>The orders that wait for the seller to confirm them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.</remarks>
public sealed record NewPickupOrdersResponse : WildberriesModel
{
    /// <summary>The orders.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<NewPickupOrder> Orders { get => field ?? []; init; } = [];
}
