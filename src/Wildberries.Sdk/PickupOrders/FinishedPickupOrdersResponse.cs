using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PickupOrders;

/// <summary>A page of the orders that were picked up or cancelled.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/in-store-pickup#tag/inStorePickupAssemblyOrders"/>.</remarks>
public sealed record FinishedPickupOrdersResponse : WildberriesModel
{
    /// <summary>What to give as <c>next</c> for the following page.</summary>
    [JsonPropertyName("next")]
    public long Next { get; init; }

    /// <summary>The orders; none: that was all.</summary>
    [JsonRequired]
    [JsonPropertyName("orders")]
    public IReadOnlyList<FinishedPickupOrder> Orders { get => field ?? []; init; } = [];
}
