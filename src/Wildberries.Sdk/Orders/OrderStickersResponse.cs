using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Stickers of orders.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record OrderStickersResponse : WildberriesModel
{
    /// <summary>The stickers; an order that WB has none for is not among them.</summary>
    [JsonRequired]
    [JsonPropertyName("stickers")]
    public IReadOnlyList<OrderSticker> Stickers { get => field ?? []; init; } = [];
}
